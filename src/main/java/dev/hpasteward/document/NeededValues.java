package dev.hpasteward.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hpasteward.model.FieldPath;
import dev.hpasteward.model.FieldPath.Element;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which values have to be written so that an object says what it should: of a value whose mapping
 * is missing, is nothing or stands somewhere else, the whole mapping.
 */
final class NeededValues {

  private NeededValues() {}

  /** Their paths; none is below another. */
  static List<List<Element>> of(Tree root, Wanted wanted) {
    Set<List<Element>> needed = new LinkedHashSet<>();
    for (FieldPath path : wanted.changed()) {
      List<Element> first = firstToWrite(root, path.elements());
      needed.addAll(itemsBefore(root, first));
      needed.add(first);
    }
    List<List<Element>> highest = new ArrayList<>();
    for (List<Element> path : needed) {
      boolean below =
          needed.stream()
              .anyMatch(
                  other ->
                      other.size() < path.size() && path.subList(0, other.size()).equals(other));
      if (!below) {
        highest.add(path);
      }
    }
    return highest;
  }

  private static List<Element> firstToWrite(Tree root, List<Element> path) {
    Tree at = root;
    for (int i = 0; i < path.size() - 1; i++) {
      Optional<Tree> child = child(at, path.get(i));
      if (child.isEmpty() || !isCollection(child.get())) {
        return path.subList(0, i + 1);
      }
      at = child.get();
    }
    return path;
  }

  /** Of an item of a list, those that are not written either, since an item has no other place. */
  private static List<List<Element>> itemsBefore(Tree root, List<Element> path) {
    List<List<Element>> before = new ArrayList<>();
    List<Element> list = path.subList(0, path.size() - 1);
    if (path.get(path.size() - 1) instanceof Element.Index item
        && there(root, list).orElse(root) instanceof Tree.Sequence sequence) {
      for (int i = sequence.items().size(); i < item.index(); i++) {
        List<Element> missing = new ArrayList<>(list);
        missing.add(new Element.Index(i));
        before.add(missing);
      }
    }
    return before;
  }

  private static boolean isCollection(Tree tree) {
    return tree instanceof Tree.Mapping || tree instanceof Tree.Sequence;
  }

  /** The value there, by what is written there itself. */
  static Optional<Tree> there(Tree root, List<Element> path) {
    Optional<Tree> at = Optional.of(root);
    for (Element element : path) {
      at = at.flatMap(tree -> child(tree, element));
    }
    return at;
  }

  static Optional<Tree> child(Tree tree, Element element) {
    if (element instanceof Element.Index index) {
      return tree instanceof Tree.Sequence sequence && index.index() < sequence.items().size()
          ? Optional.of(sequence.items().get(index.index()))
          : Optional.empty();
    }
    return tree instanceof Tree.Mapping mapping
        ? mapping.own(name(element)).map(Tree.Entry::value)
        : Optional.empty();
  }

  /** The value of an object. */
  static JsonNode at(JsonNode object, List<Element> path) {
    JsonNode at = object;
    for (Element element : path) {
      at = element instanceof Element.Index index ? at.path(index.index()) : at.path(name(element));
    }
    return at;
  }

  /** The object with those values of the other one. */
  static JsonNode with(JsonNode written, JsonNode wanted, List<List<Element>> paths) {
    JsonNode object = written.deepCopy();
    for (List<Element> path : paths) {
      JsonNode parent = at(object, path.subList(0, path.size() - 1));
      Element last = path.get(path.size() - 1);
      JsonNode value = at(wanted, path);
      if (last instanceof Element.Index index && parent instanceof ArrayNode array) {
        while (array.size() <= index.index()) {
          array.add(JsonNodeFactory.instance.nullNode());
        }
        array.set(index.index(), value);
      } else if (parent instanceof ObjectNode fields) {
        fields.set(name(last), value);
      }
    }
    return object;
  }

  static String name(Element element) {
    return element instanceof Element.Field field ? field.name() : ((Element.Key) element).name();
  }
}
