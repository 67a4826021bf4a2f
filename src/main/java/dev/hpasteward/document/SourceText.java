package dev.hpasteward.document;

/** A text with the places that its reader counts in code points. */
final class SourceText {

  private final String text;
  private final boolean wide;

  SourceText(String text) {
    this.text = text;
    this.wide = text.chars().anyMatch(letter -> Character.isSurrogate((char) letter));
  }

  String text() {
    return text;
  }

  /** In chars. */
  int offset(int codePoints) {
    return wide ? text.offsetByCodePoints(0, codePoints) : codePoints;
  }

  /** As its first line ends. */
  String newline() {
    int feed = text.indexOf('\n');
    return feed > 0 && text.charAt(feed - 1) == '\r' ? "\r\n" : "\n";
  }

  /** Where the line ends that this place is in. */
  int lineEnd(int at) {
    int feed = text.indexOf('\n', at);
    if (feed < 0) {
      return text.length();
    }
    return feed > at && text.charAt(feed - 1) == '\r' ? feed - 1 : feed;
  }

  boolean isLineStart(int at) {
    return at == 0 || text.charAt(at - 1) == '\n';
  }
}
