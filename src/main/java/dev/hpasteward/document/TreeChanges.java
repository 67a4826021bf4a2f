package dev.hpasteward.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.hpasteward.document.Tree.Entry;
import dev.hpasteward.model.FieldPath.Element;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** From what an object should say to the pieces of its text that have to be written anew. */
final class TreeChanges {

  /** An anchor or a tag before a value: it stays. */
  private static final Pattern PROPERTIES = Pattern.compile("(?:[&!]\\S*\\s+)*");

  private final SourceText source;
  private final Tree root;
  private final Written written;

  /** Whether names are in quotes everywhere, as JSON has them. */
  private final boolean json;

  private final List<TextChange> changes = new ArrayList<>();

  /** By where their mapping or list stands, what is new in it. */
  private final Map<List<Element>, Additions> additions = new LinkedHashMap<>();

  private record Additions(Tree parent, Map<Element, JsonNode> values) {}

  private TreeChanges(SourceText source, Tree root) {
    this.source = source;
    this.root = root;
    this.written = new Written(source.newline(), ListStyle.isIndented(root));
    this.json = isJson(root);
  }

  /** The changes that a text needs so that this object of it says what it should. */
  static List<TextChange> of(SourceText source, Tree root, Wanted wanted) {
    TreeChanges changes = new TreeChanges(source, root);
    for (List<Element> path : NeededValues.of(root, wanted)) {
      changes.set(path, NeededValues.at(wanted.object(), path));
    }
    changes.additions.forEach((path, added) -> changes.add(path.size() + 1, added));
    return changes.changes;
  }

  private void set(List<Element> path, JsonNode value) {
    List<Element> above = path.subList(0, path.size() - 1);
    Element last = path.get(path.size() - 1);
    Tree parent = NeededValues.there(root, above).orElseThrow();
    Optional<Tree> there = NeededValues.child(parent, last);
    if (there.isPresent()) {
      replace(parent, there.get(), value, path.size());
    } else {
      additions
          .computeIfAbsent(above, key -> new Additions(parent, new LinkedHashMap<>()))
          .values()
          .put(last, value);
    }
  }

  private void replace(Tree parent, Tree old, JsonNode value, int depth) {
    int start = source.offset(old.span().start());
    if (old instanceof Tree.Scalar nothing && nothing.text().isEmpty() && nothing.plain()) {
      fillIn(parent, start, value, depth);
      return;
    }
    Matcher properties = PROPERTIES.matcher(source.text());
    properties.region(start, source.text().length());
    if (!(old instanceof Tree.Alias) && properties.lookingAt()) {
      start = properties.end();
    }
    boolean block = value.isContainerNode() && !value.isEmpty() && isBlock(old);
    String text = block ? written.block(value, column(old) - 1).strip() : written.flow(value, json);
    changes.add(new TextChange(start, end(old), depth, text));
  }

  /** A key is there, and nothing after it. */
  private void fillIn(Tree parent, int at, JsonNode value, int depth) {
    boolean block = value.isContainerNode() && !value.isEmpty() && isBlock(parent);
    if (block) {
      int place = source.lineEnd(at);
      String lines = written.block(value, column(parent) + 1);
      changes.add(new TextChange(place, place, depth, lines));
    } else {
      changes.add(new TextChange(at, at, depth, " " + written.flow(value, json)));
    }
  }

  private void add(int depth, Additions added) {
    Tree parent = added.parent();
    if (isBlock(parent)) {
      addLines(depth, added);
    } else {
      addInBraces(depth, added);
    }
  }

  private void addLines(int depth, Additions added) {
    Tree parent = added.parent();
    Tree leaf = lastLeaf(parent);
    int place = end(leaf);
    boolean atLineStart = leaf instanceof Tree.Scalar scalar && scalar.block();
    if (!atLineStart) {
      place = source.lineEnd(place);
    }
    int indent = column(parent) - 1;
    StringBuilder text = new StringBuilder();
    added
        .values()
        .forEach(
            (element, value) ->
                text.append(
                    element instanceof Element.Index
                        ? written.item(value, indent)
                        : written.entry(NeededValues.name(element), value, indent)));
    if (atLineStart && source.isLineStart(place)) {
      text.delete(0, written.newline().length()).append(written.newline());
    }
    changes.add(new TextChange(place, place, depth, text.toString()));
  }

  private void addInBraces(int depth, Additions added) {
    Tree parent = added.parent();
    Optional<Tree> last = last(parent);
    int place = last.isPresent() ? end(last.get()) : source.offset(parent.span().end()) - 1;
    String separator =
        last.filter(value -> value.span().line() != parent.span().line()).isPresent()
            ? written.newline() + indentation(parent)
            : " ";
    StringBuilder text = new StringBuilder();
    added
        .values()
        .forEach(
            (element, value) -> {
              if (last.isPresent() || !text.isEmpty()) {
                text.append(',').append(separator);
              }
              if (!(element instanceof Element.Index)) {
                text.append(key(NeededValues.name(element))).append(": ");
              }
              text.append(written.flow(value, json));
            });
    changes.add(new TextChange(place, place, depth, text.toString()));
  }

  private String key(String name) {
    return written.flow(TextNode.valueOf(name), json);
  }

  /** Of the first line of its own that an element has, with its author's tabs. */
  private String indentation(Tree parent) {
    List<Tree> elements =
        parent instanceof Tree.Mapping mapping
            ? mapping.entries().stream().map(Entry::key).toList()
            : ((Tree.Sequence) parent).items();
    return elements.stream()
        .flatMap(tree -> source.indentation(source.offset(tree.span().start())).stream())
        .findFirst()
        .orElseGet(() -> " ".repeat(elements.get(0).span().column() - 1));
  }

  private static Optional<Tree> last(Tree parent) {
    if (parent instanceof Tree.Sequence sequence) {
      List<Tree> items = sequence.items();
      return items.isEmpty() ? Optional.empty() : Optional.of(items.get(items.size() - 1));
    }
    List<Entry> entries = ((Tree.Mapping) parent).entries();
    return entries.isEmpty()
        ? Optional.empty()
        : Optional.of(entries.get(entries.size() - 1).value());
  }

  private int end(Tree tree) {
    return source.offset(lastLeaf(tree).span().end());
  }

  /** What is written last of it. */
  private static Tree lastLeaf(Tree tree) {
    return isBlock(tree) ? lastLeaf(last(tree).orElseThrow()) : tree;
  }

  /** Whether it is a collection in lines. */
  private static boolean isBlock(Tree tree) {
    return (tree instanceof Tree.Mapping mapping && !mapping.flow())
        || (tree instanceof Tree.Sequence sequence && !sequence.flow());
  }

  private static boolean isJson(Tree root) {
    return root instanceof Tree.Mapping mapping
        && mapping.flow()
        && !mapping.entries().isEmpty()
        && mapping.entries().get(0).key() instanceof Tree.Scalar key
        && !key.plain();
  }

  /** Where the lines of a collection begin, from 1; an anchor may stand before them. */
  private int column(Tree tree) {
    if (tree instanceof Tree.Mapping mapping && !mapping.entries().isEmpty()) {
      return mapping.entries().get(0).key().span().column();
    }
    return tree instanceof Tree.Sequence sequence && !sequence.items().isEmpty()
        ? source.dashColumn(source.offset(sequence.span().start()))
        : tree.span().column();
  }
}
