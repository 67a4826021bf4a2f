package dev.hpasteward.source;

/**
 * Something wrong in a document: a policy, or manifests.
 *
 * @param source the document's name, such as the file's path
 * @param line from 1; 0 where the mistake is about the whole file
 * @param column from 1, in characters; 0 where the mistake is about the whole file
 * @param path the value, such as {@code spec.replicas.min}; empty where there is none
 * @param text what was found, what is allowed, how to fix it
 */
public record Mistake(String source, int line, int column, String path, String text) {

  /** Such as {@code policy.yaml:12:19: spec.corrections: found ...}. */
  @Override
  public String toString() {
    String place = line == 0 ? source : source + ":" + line + ":" + column;
    return path.isEmpty() ? place + ": " + text : place + ": " + path + ": " + text;
  }
}
