package dev.hpasteward.source;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The way from the top of a document to a value.
 *
 * @param steps each as it is written, such as {@code .spec} or {@code [0]}
 */
record DocumentPath(List<String> steps) {

  static final DocumentPath ROOT = new DocumentPath(List.of());

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_-]{1,63}");

  DocumentPath key(String name) {
    return then(PLAIN.matcher(name).matches() ? "." + name : "[" + Excerpt.quoted(name) + "]");
  }

  DocumentPath item(int index) {
    return then("[" + index + "]");
  }

  /** This path without the steps that it shares with the other one. */
  String seenFrom(DocumentPath other) {
    int shared = 0;
    int most = Math.min(steps.size(), other.steps.size());
    while (shared < most && steps.get(shared).equals(other.steps.get(shared))) {
      shared++;
    }
    return written(steps.subList(shared, steps.size()));
  }

  @Override
  public String toString() {
    return written(steps);
  }

  private DocumentPath then(String step) {
    return new DocumentPath(Stream.concat(steps.stream(), Stream.of(step)).toList());
  }

  private static String written(List<String> steps) {
    String joined = String.join("", steps);
    return joined.startsWith(".") ? joined.substring(1) : joined;
  }
}
