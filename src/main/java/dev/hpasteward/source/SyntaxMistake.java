package dev.hpasteward.source;

import java.util.Objects;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Says where and why a text is not YAML. */
final class SyntaxMistake {
  private SyntaxMistake() {}

  static void add(MarkedYAMLException e, String yaml, Mistakes mistakes) {
    Mark mark = Objects.requireNonNullElse(e.getProblemMark(), e.getContextMark());
    Position position = Position.of(mark);
    int tab = tabInIndentation(yaml, position.line());
    if (tab >= 0) {
      mistakes.add(
          new Position(position.line(), tab + 1),
          DocumentPath.ROOT,
          "found a tab, allowed spaces; indent with spaces");
      return;
    }
    String problem = Objects.requireNonNullElse(e.getProblem(), "the text ends too early");
    mistakes.add(
        position,
        DocumentPath.ROOT,
        "found no YAML: " + Excerpt.sentence(problem) + "; correct the text here or just above");
  }

  private static int tabInIndentation(String yaml, int line) {
    String text = yaml.lines().skip(line - 1L).findFirst().orElse("");
    int tab = text.indexOf('\t');
    return tab >= 0 && text.substring(0, tab).isBlank() ? tab : -1;
  }
}
