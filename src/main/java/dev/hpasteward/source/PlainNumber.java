package dev.hpasteward.source;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Numbers as everybody reads them: digits, and a point where decimals are allowed. YAML's other
 * forms - 1_000, 010, 0x1f, 1:30 - mean different things to different readers.
 */
final class PlainNumber {

  private static final Pattern PLAIN = Pattern.compile("(0|-?[1-9][0-9]{0,17})(\\.[0-9]{1,18})?");
  private static final Pattern UNIT = Pattern.compile("\\s*[%s]$");
  private static final Pattern ZERO_DECIMALS = Pattern.compile("\\.0*$");

  private PlainNumber() {}

  static Optional<BigDecimal> of(String text) {
    return PLAIN.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
  }

  /**
   * How to correct a value that is no such number.
   *
   * @param fits the number as it is to be written, if it may stand there
   */
  static String fix(Value value, Function<BigDecimal, Optional<String>> fits) {
    String letters = value.letters().orElse("");
    return meant(letters)
        .flatMap(fits)
        .map(number -> "write " + number + (number.equals(letters) ? " without quotes" : ""))
        .orElse("write a plain number in that range");
  }

  /** The number that somebody probably meant by {@code 50%}, {@code 15s}, {@code 1_000}, ... */
  private static Optional<BigDecimal> meant(String text) {
    String number = UNIT.matcher(text.strip()).replaceFirst("").replace("_", "");
    number = ZERO_DECIMALS.matcher(number).replaceFirst("");
    if (number.startsWith("+")) {
      number = number.substring(1);
    }
    return of(number.startsWith(".") ? "0" + number : number);
  }
}
