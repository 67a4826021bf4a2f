package dev.hpasteward.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.hpasteward.document.Manifest.Place;
import dev.hpasteward.model.FieldPath;
import dev.hpasteward.model.FieldPath.Element;
import dev.hpasteward.source.Mistake;
import dev.hpasteward.source.Position;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A text that is changed so that its objects say what they should: comments, order and formatting
 * of all else stay as they are. What comes out is read again, and what does not say what it should
 * is not changed at all.
 */
public final class Rewriting {

  private static final String BY_HAND =
      "can't be changed without changing something else, such as what an alias shares with it;"
          + " correct it by hand";

  private final ManifestText text;

  private Rewriting(ManifestText text) {
    this.text = text;
  }

  /**
   * What came of it.
   *
   * @param text the text as it is now
   * @param changed the objects that say now what they should
   * @param refused why others could not be changed
   */
  public record Result(String text, Set<Place> changed, List<Mistake> refused) {}

  /** Changes a text so that these of its objects say what is wanted. */
  public static Result of(ManifestText text, Map<Place, Wanted> wanted) {
    return new Rewriting(text).rewrite(wanted);
  }

  private Result rewrite(Map<Place, Wanted> wanted) {
    Map<Place, Wanted> possible = new LinkedHashMap<>(wanted);
    possible.values().removeIf(change -> change.changed().isEmpty());
    Map<Place, Position> refused = new LinkedHashMap<>();
    while (true) {
      Attempt attempt = attempt(possible);
      Set<Integer> broken = attempt.impossible.isEmpty() ? broken(attempt) : attempt.impossible;
      if (broken.isEmpty()) {
        List<Mistake> mistakes = new ArrayList<>(mistakes(refused));
        mistakes.addAll(left(wanted));
        return new Result(attempt.text, possible.keySet(), mistakes);
      }
      possible
          .keySet()
          .removeIf(
              place -> {
                boolean affected = broken.contains(place.document());
                if (affected) {
                  refused.put(place, attempt.starts.getOrDefault(place, new Position(1, 1)));
                }
                return affected;
              });
    }
  }

  /**
   * A text with changes.
   *
   * @param text the text
   * @param expected what its objects should say if it is right
   * @param starts where they begin
   * @param impossible documents with an object that is written somewhere else
   */
  private record Attempt(
      String text,
      Map<Place, JsonNode> expected,
      Map<Place, Position> starts,
      Set<Integer> impossible) {}

  private Attempt attempt(Map<Place, Wanted> wanted) {
    Set<Integer> documents = documents(wanted.keySet());
    SourceText source = new SourceText(text.text());
    List<TextChange> changes = new ArrayList<>();
    Map<Place, JsonNode> expected = new HashMap<>();
    Map<Place, Position> starts = new HashMap<>();
    Set<Integer> impossible = new HashSet<>();
    text.walk(
        (place, tree) -> {
          if (!documents.contains(place.document())) {
            return;
          }
          Optional<JsonNode> written = json(tree);
          if (written.isEmpty()) {
            return;
          }
          JsonNode object = written.get();
          Wanted change = wanted.get(place);
          if (change != null && tree instanceof Tree.Alias) {
            starts.put(place, tree.span().position());
            impossible.add(place.document());
          } else if (change != null) {
            List<List<Element>> paths = NeededValues.of(tree, change);
            changes.addAll(TreeChanges.of(source, tree, change));
            object = NeededValues.with(object, change.object(), paths);
            starts.put(place, tree.span().position());
          }
          expected.put(place, object);
        });
    return new Attempt(TextChange.apply(text.text(), changes), expected, starts, impossible);
  }

  /** The documents in which something is not as it should be; if one can't be read, the first. */
  private Set<Integer> broken(Attempt attempt) {
    Set<Integer> documents = documents(attempt.expected.keySet());
    Map<Place, JsonNode> found = new HashMap<>();
    boolean whole =
        text.withText(attempt.text)
            .walk(
                (place, tree) -> {
                  if (documents.contains(place.document())) {
                    json(tree).ifPresent(object -> found.put(place, object));
                  }
                });
    SortedSet<Integer> broken = new TreeSet<>();
    attempt.expected.forEach(
        (place, object) -> {
          JsonNode now = found.getOrDefault(place, MissingNode.getInstance());
          if (!object.equals(Rewriting::compare, now)) {
            broken.add(place.document());
          }
        });
    return whole || broken.isEmpty() ? broken : Set.of(broken.first());
  }

  /** What can't be read was told when it was read first. */
  private static Optional<JsonNode> json(Tree tree) {
    try {
      return Optional.of(TreeJson.of(tree));
    } catch (UnreadableException e) {
      return Optional.empty();
    }
  }

  /** A whole number is the same one whatever type of Java's holds it. */
  private static int compare(JsonNode one, JsonNode other) {
    if (one.isNumber() && other.isNumber()) {
      return one.decimalValue().compareTo(other.decimalValue());
    }
    return one.equals(other) ? 0 : 1;
  }

  private static Set<Integer> documents(Set<Place> places) {
    return places.stream().map(Place::document).collect(Collectors.toSet());
  }

  private List<Mistake> left(Map<Place, Wanted> wanted) {
    Map<Place, Set<FieldPath>> paths = new LinkedHashMap<>();
    wanted.forEach(
        (place, change) ->
            change
                .left()
                .forEach(
                    left -> paths.computeIfAbsent(place, key -> new HashSet<>()).add(left.path())));
    if (paths.isEmpty()) {
      return List.of();
    }
    Map<Place, Map<FieldPath, Position>> positions = text.positions(paths);
    List<Mistake> mistakes = new ArrayList<>();
    for (Map.Entry<Place, Wanted> change : wanted.entrySet()) {
      Map<FieldPath, Position> found = positions.getOrDefault(change.getKey(), Map.of());
      for (Wanted.Left left : change.getValue().left()) {
        Position at = found.getOrDefault(left.path(), new Position(1, 1));
        mistakes.add(new Mistake(text.source(), at.line(), at.column(), "", left.reason()));
      }
    }
    return mistakes;
  }

  private List<Mistake> mistakes(Map<Place, Position> refused) {
    return refused.values().stream()
        .map(at -> new Mistake(text.source(), at.line(), at.column(), "", BY_HAND))
        .toList();
  }
}
