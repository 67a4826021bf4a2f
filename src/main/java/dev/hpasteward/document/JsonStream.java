package dev.hpasteward.document;

/**
 * A text of JSON objects that follow one another with nothing but white space between them, as jq
 * prints them. Whatever else a text is, it is one piece.
 */
final class JsonStream {

  private static final int NONE = -1;

  private final String text;

  JsonStream(String text) {
    this.text = text;
  }

  /** Where the piece ends that begins there: before the next object, or with the text. */
  int end(int start) {
    int brace = blankEnd(start);
    int end = isBrace(brace) ? objectEnd(brace) : NONE;
    int next = end == NONE ? text.length() : blankEnd(end);
    return isBrace(next) ? next : text.length();
  }

  private boolean isBrace(int at) {
    return at < text.length() && text.charAt(at) == '{';
  }

  private int blankEnd(int start) {
    int at = start;
    while (at < text.length() && isBlank(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** A byte order mark may come first. */
  private static boolean isBlank(char letter) {
    return Character.isWhitespace(letter) || letter == '\uFEFF';
  }

  /** What follows the object's last brace; none if it is no JSON. */
  private int objectEnd(int start) {
    int depth = 0;
    for (int at = start; at < text.length(); at++) {
      switch (text.charAt(at)) {
        case '"' -> at = stringEnd(at);
        case '{', '[' -> depth++;
        case '}', ']' -> depth--;
        case '\'', '#' -> {
          return NONE;
        }
        default -> {}
      }
      if (depth == 0) {
        return at + 1;
      }
    }
    return NONE;
  }

  /** The quote that ends a string. */
  private int stringEnd(int start) {
    int at = start + 1;
    while (at < text.length() && text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return at;
  }
}
