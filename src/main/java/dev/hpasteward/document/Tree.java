package dev.hpasteward.document;

import dev.hpasteward.source.Position;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.events.Event;

/** A value as it is written, with where it stands. */
public sealed interface Tree {

  Span span();

  /**
   * Where something stands.
   *
   * @param start in code points from the text's beginning
   * @param end the first code point after it; of a block collection somewhere before what follows
   * @param line from 1
   * @param column from 1, in code points
   */
  record Span(int start, int end, int line, int column) {

    static Span of(Event from, Event to) {
      return new Span(
          from.getStartMark().getIndex(),
          to.getEndMark().getIndex(),
          from.getStartMark().getLine() + 1,
          from.getStartMark().getColumn() + 1);
    }

    public Position position() {
      return new Position(line, column);
    }
  }

  /**
   * A single value.
   *
   * @param text what it says, without quotes and escapes
   * @param plain whether it has no quotes, so that its letters tell its type
   * @param block whether it is a block of lines ({@code |} or {@code >})
   * @param tag what its author says that it is
   */
  record Scalar(String text, boolean plain, boolean block, @Nullable String tag, Span span)
      implements Tree {}

  /**
   * Keys with values.
   *
   * @param flow whether it is written in braces
   */
  record Mapping(List<Entry> entries, boolean flow, Span span) implements Tree {

    /** The value that this mapping itself has for the key; the last, as for who reads it. */
    Optional<Entry> own(String key) {
      for (int i = entries.size() - 1; i >= 0; i--) {
        if (entries.get(i).isNamed(key)) {
          return Optional.of(entries.get(i));
        }
      }
      return Optional.empty();
    }
  }

  /** A key and its value. */
  record Entry(Tree key, Tree value) {

    /** Whether the key is this text. */
    boolean isNamed(String name) {
      return key.written() instanceof Scalar scalar && scalar.text().equals(name);
    }

    /** Whether it takes over the entries of another mapping. */
    boolean merges() {
      return key instanceof Scalar scalar && scalar.plain() && scalar.text().equals("<<");
    }
  }

  /**
   * A list.
   *
   * @param flow whether it is written in brackets
   */
  record Sequence(List<Tree> items, boolean flow, Span span) implements Tree {}

  /**
   * What is written somewhere else and only named here.
   *
   * @param target what is meant
   */
  record Alias(Tree target, Span span) implements Tree {}

  /** The value itself, wherever it is written. */
  default Tree written() {
    Tree tree = this;
    while (tree instanceof Alias alias) {
      tree = alias.target();
    }
    return tree;
  }
}
