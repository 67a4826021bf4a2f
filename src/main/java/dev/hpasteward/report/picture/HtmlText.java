package dev.hpasteward.report.picture;

import dev.hpasteward.report.XmlText;

/** Text that HTML and SVG show as it is, whatever is in it. */
final class HtmlText {

  private HtmlText() {}

  static String of(String text) {
    return XmlText.of(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
