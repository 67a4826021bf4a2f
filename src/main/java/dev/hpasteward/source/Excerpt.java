package dev.hpasteward.source;

/** Text from a document, fit to be shown: on one line, and not too long. */
public final class Excerpt {

  private static final int LONGEST = 60;
  private static final int LONGEST_SENTENCE = 200;

  private Excerpt() {}

  static String quoted(String text) {
    return '"' + of(text) + '"';
  }

  static String of(String text) {
    return cut(text, LONGEST);
  }

  /** For whole sentences of others. */
  public static String sentence(String text) {
    return cut(text, LONGEST_SENTENCE);
  }

  private static String cut(String text, int longest) {
    StringBuilder shown = new StringBuilder();
    int[] letters = text.codePoints().limit(longest + 1L).toArray();
    for (int i = 0; i < Math.min(letters.length, longest); i++) {
      append(shown, letters[i]);
    }
    return letters.length > longest ? shown + "..." : shown.toString();
  }

  private static void append(StringBuilder shown, int letter) {
    switch (letter) {
      case '"', '\\' -> shown.append('\\').appendCodePoint(letter);
      case '\n' -> shown.append("\\n");
      case '\t' -> shown.append("\\t");
      default -> {
        if (isVisible(letter)) {
          shown.appendCodePoint(letter);
        } else {
          shown.append(String.format("\\u%04x", letter));
        }
      }
    }
  }

  private static boolean isVisible(int letter) {
    return switch (Character.getType(letter)) {
      // Formatting characters can turn the direction of a line in a terminal.
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
