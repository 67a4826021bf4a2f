package dev.hpasteward.simulation.load;

import java.util.Locale;
import java.util.Set;

/** Numbers in a recorded load: plain decimals, 0 or more. */
final class CsvNumber {

  private static final Set<String> NO_NUMBERS = Set.of("nan", "inf", "infinity", "null", "none");

  private CsvNumber() {}

  /** Whether this is what programs write where they have no number. */
  static boolean isNoNumber(String text) {
    return NO_NUMBERS.contains(text.toLowerCase(Locale.ROOT));
  }

  /** Whether somebody wrote it for a number, if only for one that can't be read. */
  static boolean isMeantAsNumber(String text) {
    char first = text.charAt(0);
    String unsigned = first == '-' || first == '+' ? text.substring(1) : text;
    return isNoNumber(unsigned)
        || (!unsigned.isEmpty() && ("0123456789.".indexOf(unsigned.charAt(0)) >= 0));
  }

  static double read(CsvLines lines, int field, String what) {
    String text = lines.field(field);
    if (!isDecimal(text)) {
      throw isNoNumber(text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text)
          ? lines.mistake(
              field, what + " is no number: " + text, "leave the line out where nothing is known")
          : unreadable(lines, field, what, text);
    }
    double value = parsed(lines, field, what, text);
    if (value < 0) {
      throw lines.mistake(field, what + " is negative: " + text, "write 0 or more");
    }
    if (Double.isInfinite(value)) {
      throw lines.mistake(field, what + " is too large: " + text, "write a smaller number");
    }
    return value;
  }

  /** Java would read more than this as a number: 1f, 0x1p3. */
  private static boolean isDecimal(String text) {
    for (int index = 0; index < text.length(); index++) {
      if ("0123456789.eE+-".indexOf(text.charAt(index)) < 0) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  private static double parsed(CsvLines lines, int field, String what, String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw unreadable(lines, field, what, text);
    }
  }

  private static MalformedLoadException unreadable(
      CsvLines lines, int field, String what, String text) {
    return lines.mistake(
        field,
        "%s can't be read: \"%s\"".formatted(what, text),
        "write a plain decimal number, such as 12 or 0.5");
  }
}
