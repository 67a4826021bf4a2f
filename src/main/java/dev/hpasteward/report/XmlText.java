package dev.hpasteward.report;

/** Text that XML can hold: it has no word for most control characters, not even escaped. */
public final class XmlText {

  private XmlText() {}

  /** The text, with a mark in place of what XML can not hold. */
  public static String of(String text) {
    StringBuilder safe = new StringBuilder();
    text.codePoints()
        .forEach(
            letter -> {
              boolean allowed =
                  letter == '\t'
                      || letter == '\n'
                      || (letter >= 0x20 && letter <= 0xD7FF)
                      || (letter >= 0xE000 && letter <= 0xFFFD)
                      || letter > 0xFFFF;
              safe.appendCodePoint(allowed ? letter : 0xFFFD);
            });
    return safe.toString();
  }
}
