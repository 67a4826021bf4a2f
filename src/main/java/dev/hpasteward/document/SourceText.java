package dev.hpasteward.document;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/** A text with the places that its reader counts in code points. */
final class SourceText {

  private final String text;

  /** Of letters that take two chars, their places in code points. */
  private final int[] wide;

  SourceText(String text) {
    this.text = text;
    this.wide = wide(text);
  }

  private static int[] wide(String text) {
    IntStream.Builder places = IntStream.builder();
    int place = 0;
    for (int at = 0; at < text.length(); place++) {
      int chars = Character.charCount(text.codePointAt(at));
      if (chars > 1) {
        places.add(place);
      }
      at += chars;
    }
    return places.build().toArray();
  }

  String text() {
    return text;
  }

  /** In chars. */
  int offset(int codePoints) {
    int before = Arrays.binarySearch(wide, codePoints);
    return codePoints + (before < 0 ? -before - 1 : before);
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

  /** What stands before a place in its line, if that is nothing but spaces and tabs. */
  Optional<String> indentation(int at) {
    String before = text.substring(text.lastIndexOf('\n', at - 1) + 1, at);
    return before.isBlank() ? Optional.of(before) : Optional.empty();
  }

  /** The column, from 1, of the first dash of a list; an anchor, a tag, comments may precede it. */
  int dashColumn(int list) {
    int dash = list;
    while (dash < text.length() - 1 && text.charAt(dash) != '-') {
      dash =
          switch (text.charAt(dash)) {
            case '#' -> lineEnd(dash);
            case '&', '!' -> wordEnd(dash);
            default -> dash + 1;
          };
    }
    return dash - text.lastIndexOf('\n', dash);
  }

  private int wordEnd(int at) {
    int end = at;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return end;
  }
}
