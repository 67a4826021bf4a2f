package dev.hpasteward.simulation.controller;

/** Texts as Go quotes them ({@code %q}); letters of any language stay as they are. */
final class Quoted {

  private static final int DELETE = 0x7f;

  private Quoted() {}

  static String text(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            letter -> {
              switch (letter) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                  if (letter < ' ' || letter == DELETE) {
                    quoted.append("\\x%02x".formatted(letter));
                  } else {
                    quoted.appendCodePoint(letter);
                  }
                }
              }
            });
    return quoted.append('"').toString();
  }
}
