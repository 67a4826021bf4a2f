package dev.hpasteward.cli;

import java.util.regex.Pattern;

/** Numbers as people write them: plain, without signs and exponents. */
final class WrittenNumber {

  private static final Pattern GRAMMAR = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?");
  private static final double PERCENT = 100;

  private WrittenNumber() {}

  /** A number of sessions, 0 or more. */
  static double sessions(String option, String text) {
    if (!GRAMMAR.matcher(text).matches()) {
      throw new UnusableInput(
          "%s: \"%s\" is no number of sessions; write such as 120".formatted(option, text));
    }
    return Double.parseDouble(text);
  }

  /** Two percentages with a comma between them. */
  static double[] percentages(String option, String text) {
    String[] both = text.split(",", -1);
    if (both.length != 2
        || !GRAMMAR.matcher(both[0]).matches()
        || !GRAMMAR.matcher(both[1]).matches()) {
      throw new UnusableInput(
          "%s: \"%s\" is no pair of percentages; write such as 5,6.5".formatted(option, text));
    }
    return new double[] {Double.parseDouble(both[0]), Double.parseDouble(both[1])};
  }

  /** 0 to 1, or per cent. */
  static double share(String option, String text) {
    boolean percent = text.endsWith("%");
    String number = percent ? text.substring(0, text.length() - 1) : text;
    double share =
        GRAMMAR.matcher(number).matches()
            ? Double.parseDouble(number) / (percent ? PERCENT : 1)
            : Double.NaN;
    if (!(share <= 1)) {
      throw new UnusableInput(
          "%s: \"%s\" is no share; write 0 to 1, or such as 5%%".formatted(option, text));
    }
    return share;
  }
}
