package dev.hpasteward.report.simulation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/** Numbers and times as people read them. */
public final class Amounts {

  private static final long NANOS = 1_000_000_000L;
  private static final int DECIMALS = 2;
  private static final int SECONDS_PER_MINUTE = 60;

  private Amounts() {}

  /** With as many decimals as it has, at most two. */
  public static String number(double value) {
    if (!Double.isFinite(value)) {
      return "?";
    }
    return plain(BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_UP));
  }

  /** With one decimal, also where that is a zero, so that a column lines up. */
  public static String tenths(double value) {
    return Double.isFinite(value)
        ? BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP).toPlainString()
        : "?";
  }

  private static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  /** A time of the run as a clock shows it: {@code 0:31:15}. */
  public static String clock(long nanos) {
    return "%s:%02d".formatted(hoursAndMinutes(nanos), nanos / NANOS % SECONDS_PER_MINUTE);
  }

  /** The same without seconds, for axes. */
  public static String hoursAndMinutes(long nanos) {
    long minutes = nanos / NANOS / SECONDS_PER_MINUTE;
    return "%d:%02d".formatted(minutes / SECONDS_PER_MINUTE, minutes % SECONDS_PER_MINUTE);
  }

  /** A length: {@code 2 h}, {@code 1 h 30 min}, {@code 45 s}. */
  public static String length(Duration length) {
    StringBuilder text = new StringBuilder();
    append(text, length.toHours(), "h");
    append(text, length.toMinutesPart(), "min");
    append(text, length.toSecondsPart(), "s");
    return text.isEmpty() ? "0 s" : text.toString();
  }

  private static void append(StringBuilder text, long amount, String unit) {
    if (amount > 0) {
      text.append(text.isEmpty() ? "" : " ").append(amount).append(' ').append(unit);
    }
  }

  /** Such as {@code 1 session} or {@code 3 sessions}. */
  static String counted(long count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }
}
