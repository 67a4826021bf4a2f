package dev.hpasteward.document;

import dev.hpasteward.document.Tree.Entry;
import dev.hpasteward.document.Tree.Span;
import dev.hpasteward.source.Excerpt;
import dev.hpasteward.source.Position;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Reads a text's documents one by one, and the items of a List one by one too: however long a text
 * is, no more than one object of it is held at a time.
 */
final class TreeReader {

  /** Objects of Kubernetes stay far below. */
  static final int DEEPEST = 100;

  /** What double braces are: a chart that nobody has rendered. */
  static final String TEMPLATE =
      "found a template, allowed YAML; render it first: helm template . | hpa-steward check -";

  /** The parser takes these letters too for the end of a line. */
  private static final Pattern LINE_END = Pattern.compile("\r\n|[\n\r\u0085\u2028\u2029]");

  private static final String ITEMS = "items";

  private final String text;
  private StreamReader reader;
  private ParserImpl parser;

  /** What is named in the document at hand; null while it is still open. */
  private final Map<String, @Nullable Tree> anchors = new HashMap<>();

  /** Takes what is read. */
  interface Receiver {

    /** An item of what may be a List: {@link #document} tells when all have come. */
    void item(Tree item) throws UnreadableException;

    /** A document; if its items were handed over one by one, without them. */
    void document(Tree root) throws UnreadableException;
  }

  TreeReader(String text) {
    this.text = text;
    this.reader = new PieceReader("");
    this.parser = parser(reader);
  }

  private static ParserImpl parser(StreamReader reader) {
    LoaderOptions options = new LoaderOptions();
    // Who reads the text from its place has counted it.
    options.setCodePointLimit(Integer.MAX_VALUE);
    return new ParserImpl(reader, options);
  }

  /**
   * Reads all of it.
   *
   * @throws UnreadableException where it is no YAML; what came before has been handed over
   */
  void read(Receiver receiver) throws UnreadableException {
    try {
      String yaml = JsonTabs.replaced(text);
      JsonStream pieces = new JsonStream(yaml);
      int start = 0;
      while (start < yaml.length()) {
        int end = pieces.end(start);
        reader = new PieceReader(yaml.substring(start, end), reader.getMark());
        parser = parser(reader);
        documents(receiver);
        start = end;
      }
    } catch (MarkedYAMLException e) {
      throw syntax(e);
    } catch (ReaderException e) {
      throw new UnreadableException(
          unprintable(),
          "found the character U+%04X, allowed text; remove it".formatted(e.getCodePoint()));
    } catch (YAMLException | NumberFormatException e) {
      throw new UnreadableException(
          Position.of(reader.getMark()), "found no YAML; correct the text here or just above");
    }
  }

  private void documents(Receiver receiver) throws UnreadableException {
    while (!parser.checkEvent(Event.ID.StreamEnd)) {
      Event event = parser.getEvent();
      if (event.is(Event.ID.DocumentStart)) {
        anchors.clear();
        document(receiver);
      }
    }
  }

  private void document(Receiver receiver) throws UnreadableException {
    Tree root =
        parser.checkEvent(Event.ID.MappingStart)
            ? mapping(1, receiver)
            : tree(parser.getEvent(), 1);
    receiver.document(root);
  }

  private Tree tree(Event event, int depth) throws UnreadableException {
    if (depth > DEEPEST) {
      throw new UnreadableException(
          Position.of(event.getStartMark()),
          "found more than " + DEEPEST + " levels, allowed " + DEEPEST + "; nest less deeply");
    }
    if (event instanceof AliasEvent alias) {
      return alias(alias);
    }
    if (event instanceof ScalarEvent scalar) {
      return named(
          scalar,
          new Tree.Scalar(
              scalar.getValue(),
              scalar.getScalarStyle() == ScalarStyle.PLAIN,
              scalar.getScalarStyle() == ScalarStyle.LITERAL
                  || scalar.getScalarStyle() == ScalarStyle.FOLDED,
              tag(scalar),
              Span.of(scalar, scalar)));
    }
    return event instanceof SequenceStartEvent sequence
        ? sequence(sequence, depth)
        : mapping((MappingStartEvent) event, depth, null);
  }

  private Tree mapping(int depth, Receiver receiver) throws UnreadableException {
    return mapping((MappingStartEvent) parser.getEvent(), depth, receiver);
  }

  private Tree mapping(MappingStartEvent start, int depth, @Nullable Receiver receiver)
      throws UnreadableException {
    open(start);
    List<Entry> entries = new ArrayList<>();
    Event event = parser.getEvent();
    while (!event.is(Event.ID.MappingEnd)) {
      Tree key = tree(event, depth + 1);
      boolean handedOver =
          receiver != null
              && key instanceof Tree.Scalar scalar
              && scalar.text().equals(ITEMS)
              && parser.checkEvent(Event.ID.SequenceStart);
      Tree value =
          handedOver
              ? items((SequenceStartEvent) parser.getEvent(), depth, receiver)
              : tree(parser.getEvent(), depth + 1);
      entries.add(new Entry(key, value));
      event = parser.getEvent();
    }
    return named(start, new Tree.Mapping(entries, start.isFlow(), Span.of(start, event)));
  }

  private Tree items(SequenceStartEvent start, int depth, @Nullable Receiver receiver)
      throws UnreadableException {
    open(start);
    Event event = parser.getEvent();
    while (!event.is(Event.ID.SequenceEnd)) {
      Tree item = tree(event, depth + 2);
      if (receiver != null) {
        receiver.item(item);
      }
      event = parser.getEvent();
    }
    return named(start, new Tree.Sequence(List.of(), start.isFlow(), Span.of(start, event)));
  }

  private Tree sequence(SequenceStartEvent start, int depth) throws UnreadableException {
    open(start);
    List<Tree> items = new ArrayList<>();
    Event event = parser.getEvent();
    while (!event.is(Event.ID.SequenceEnd)) {
      items.add(tree(event, depth + 1));
      event = parser.getEvent();
    }
    return named(start, new Tree.Sequence(items, start.isFlow(), Span.of(start, event)));
  }

  private Tree alias(AliasEvent event) throws UnreadableException {
    Position position = Position.of(event.getStartMark());
    if (!anchors.containsKey(event.getAnchor())) {
      throw new UnreadableException(
          position, "found the alias *%s of nothing; name an anchor above".formatted(name(event)));
    }
    Tree target = anchors.get(event.getAnchor());
    if (target == null) {
      throw new UnreadableException(
          position, "found a value that contains itself; remove the alias *" + name(event));
    }
    return new Tree.Alias(target, Span.of(event, event));
  }

  private static String name(AliasEvent event) {
    String name = event.getAnchor();
    return name.length() > 40 ? name.substring(0, 40) + "..." : name;
  }

  private void open(NodeEvent event) {
    if (event.getAnchor() != null) {
      anchors.put(event.getAnchor(), null);
    }
  }

  private Tree named(NodeEvent event, Tree tree) {
    if (event.getAnchor() != null) {
      anchors.put(event.getAnchor(), tree);
    }
    return tree;
  }

  private static @Nullable String tag(ScalarEvent event) {
    return event.getTag();
  }

  private UnreadableException syntax(MarkedYAMLException e) {
    Mark mark = Objects.requireNonNullElse(e.getProblemMark(), e.getContextMark());
    Position position = Position.of(mark);
    String line = line(position.line());
    if (line.contains("{{")) {
      return new UnreadableException(position, TEMPLATE);
    }
    OptionalInt tab = tabInIndentation(line);
    if (tab.isPresent()) {
      return new UnreadableException(
          new Position(position.line(), tab.getAsInt() + 1),
          "found a tab, allowed spaces; indent with spaces");
    }
    if (line.codePoints().skip(position.column() - 1L).limit(1).anyMatch(c -> c == '\t')) {
      return new UnreadableException(position, "found a tab, allowed spaces; write a space");
    }
    String problem = Objects.requireNonNullElse(e.getProblem(), "the text ends too early");
    return new UnreadableException(
        position,
        "found no YAML: " + Excerpt.sentence(problem) + "; correct the text here or just above");
  }

  /** Where the first letter is that no YAML has; the reader is ahead of what is parsed. */
  private Position unprintable() {
    int line = 1;
    int column = 1;
    for (int at = 0; at < text.length(); at = text.offsetByCodePoints(at, 1)) {
      int letter = text.codePointAt(at);
      if (!StreamReader.isPrintable(letter)) {
        break;
      }
      line += letter == '\n' ? 1 : 0;
      column = letter == '\n' ? 1 : column + 1;
    }
    return new Position(line, column);
  }

  private String line(int number) {
    Matcher end = LINE_END.matcher(text);
    int start = 0;
    for (int line = 1; line < number && end.find(); line++) {
      start = end.end();
    }
    return text.substring(start, end.find(start) ? end.start() : text.length());
  }

  private static OptionalInt tabInIndentation(String line) {
    int tab = line.indexOf('\t');
    return tab >= 0 && line.substring(0, tab).isBlank() ? OptionalInt.of(tab) : OptionalInt.empty();
  }
}
