package dev.hpasteward.model;

/** Text from a request, made safe to show: escaped, in quotes, and cut. */
public final class Excerpt {

  /** Characters of the original that are shown at most: a label value's greatest length. */
  public static final int LONGEST = 63;

  private Excerpt() {}

  /**
   * The text in double quotes. Quotes, backslashes and everything outside printable ASCII are
   * escaped as in JSON, so that a terminal or a log shows what is really there.
   */
  public static String quoted(String text) {
    return '"' + plain(text) + '"';
  }

  /** The same without the quotes around it. */
  public static String plain(String text) {
    StringBuilder safe = new StringBuilder();
    int shown = Math.min(text.length(), LONGEST);
    for (int i = 0; i < shown; i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        safe.append('\\').append(c);
      } else if (c >= ' ' && c <= '~') {
        safe.append(c);
      } else {
        safe.append(String.format("\\u%04x", (int) c));
      }
    }
    return shown < text.length() ? safe + "..." : safe.toString();
  }
}
