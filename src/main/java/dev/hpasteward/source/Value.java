package dev.hpasteward.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A value in a document.
 *
 * @param node what is there
 * @param path the way to it
 * @param holder where the key or list item stands that holds it
 * @param mistakes where its mistakes go
 */
record Value(Node node, DocumentPath path, Position holder, Mistakes mistakes) {

  static Value root(Node node, Mistakes mistakes) {
    return new Value(node, DocumentPath.ROOT, Position.of(node.getStartMark()), mistakes);
  }

  /** The text of an unquoted value that YAML takes for one of this kind. */
  Optional<String> unquoted(Tag kind) {
    return scalar()
        .filter(scalar -> scalar.getScalarStyle() == ScalarStyle.PLAIN && is(kind))
        .map(ScalarNode::getValue);
  }

  /** The text of a value that YAML takes for text. */
  Optional<String> text() {
    return scalar().filter(scalar -> is(Tag.STR)).map(ScalarNode::getValue);
  }

  /** The letters of a single value, whatever YAML takes it for. */
  Optional<String> letters() {
    return scalar().map(ScalarNode::getValue);
  }

  /** The entries of a mapping. */
  Optional<List<Entry>> entries() {
    if (node instanceof MappingNode mapping) {
      return Optional.of(Entry.of(mapping, this));
    }
    reject("a mapping", "write keys and values");
    return Optional.empty();
  }

  /** The items of a list. */
  List<Value> items() {
    List<Value> items = new ArrayList<>();
    if (node instanceof SequenceNode sequence) {
      for (Node item : sequence.getValue()) {
        Position start = Position.of(item.getStartMark());
        items.add(new Value(item, path.item(items.size()), start, mistakes));
      }
    } else {
      reject("a list", "write items that begin with \"- \"");
    }
    return items;
  }

  /** The items of a list, each of one kind; broken ones are left out. */
  <T> List<T> items(Kind<T> kind) {
    return items().stream().flatMap(item -> kind.read(item).stream()).toList();
  }

  boolean isEmptyList() {
    return node instanceof SequenceNode sequence && sequence.getValue().isEmpty();
  }

  boolean isFilledList() {
    return node instanceof SequenceNode sequence && !sequence.getValue().isEmpty();
  }

  /** What is there, in words. */
  String found() {
    if (node instanceof MappingNode) {
      return "a mapping";
    }
    if (node instanceof SequenceNode) {
      return "a list";
    }
    String letters = letters().orElse("");
    if (is(Tag.NULL)) {
      return "nothing";
    }
    return is(Tag.STR) ? Excerpt.quoted(letters) : Excerpt.of(letters);
  }

  /** Records that something else is allowed here. */
  void reject(String allowed, String fix) {
    mistake("found " + found() + ", allowed " + allowed + "; " + fix);
  }

  void mistake(String text) {
    mistakes.add(Position.of(node.getStartMark()), path, text);
  }

  private boolean is(Tag kind) {
    return Objects.equals(node.getTag(), kind);
  }

  private Optional<ScalarNode> scalar() {
    return node instanceof ScalarNode scalar ? Optional.of(scalar) : Optional.empty();
  }
}
