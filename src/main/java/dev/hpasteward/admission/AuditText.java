package dev.hpasteward.admission;

/** Text that anybody may have written, cut to a length that a line of JSON can afford. */
final class AuditText {

  /** What follows where something was cut. */
  private static final String CUT = "...";

  private AuditText() {}

  /**
   * At most so many bytes of it as it is written in the line: what is escaped takes two or six
   * each. A cut text ends in three dots more.
   */
  static String cut(String text, int mostBytes) {
    int bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      bytes += written(text.charAt(i));
      if (bytes > mostBytes) {
        return text.substring(0, i) + CUT;
      }
    }
    return text;
  }

  private static int written(char c) {
    if (c == '"' || c == '\\') {
      return 2;
    }
    return c >= ' ' && c <= '~' ? 1 : 6;
  }
}
