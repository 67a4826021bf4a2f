package dev.hpasteward.source;

import org.yaml.snakeyaml.error.Mark;

/** Where something stands in a document, both from 1. */
public record Position(int line, int column) {

  public static Position of(Mark mark) {
    return new Position(mark.getLine() + 1, mark.getColumn() + 1);
  }

  static Position in(String text, int index) {
    int line = 1;
    int lineStart = 0;
    for (int at = 0; at < index; at++) {
      boolean windows =
          text.charAt(at) == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
      if (text.charAt(at) == '\n' || (text.charAt(at) == '\r' && !windows)) {
        line++;
        lineStart = at + 1;
      }
    }
    return new Position(line, text.codePointCount(lineStart, index) + 1);
  }
}
