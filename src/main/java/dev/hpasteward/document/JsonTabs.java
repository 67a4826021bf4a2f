package dev.hpasteward.document;

/** JSON may have tabs between its tokens, which the YAML reader does not take. */
final class JsonTabs {

  private JsonTabs() {}

  /** A text that begins as JSON, with a space for each tab outside of strings. */
  static String replaced(String text) {
    if (text.indexOf('\t') < 0 || !beginsAsJson(text)) {
      return text;
    }
    StringBuilder replaced = new StringBuilder(text);
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (letter == '"') {
        quoted = !quoted;
      } else if (quoted && letter == '\\') {
        i++;
      } else if (!quoted && letter == '\t') {
        replaced.setCharAt(i, ' ');
      }
    }
    return replaced.toString();
  }

  private static boolean beginsAsJson(String text) {
    String start = text.stripLeading();
    return start.startsWith("{") || start.startsWith("\uFEFF{");
  }
}
