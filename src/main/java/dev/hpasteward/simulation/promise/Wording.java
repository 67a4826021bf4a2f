package dev.hpasteward.simulation.promise;

import dev.hpasteward.simulation.run.DocumentedMetric;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Times, numbers and metrics as people read them. */
final class Wording {

  private static final long MINUTE = 60;

  private Wording() {}

  /** Hours, minutes and seconds since the start, such as {@code 1:02:30}. */
  static String time(long nanos) {
    long seconds = TimeUnit.NANOSECONDS.toSeconds(nanos);
    return "%d:%02d:%02d"
        .formatted(seconds / MINUTE / MINUTE, seconds / MINUTE % MINUTE, seconds % MINUTE);
  }

  /** A length of time in seconds, such as {@code 45 s}. */
  static String length(long nanos) {
    return TimeUnit.NANOSECONDS.toSeconds(nanos) + " s";
  }

  /** Without a fraction where there is none. */
  static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < Long.MAX_VALUE
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.2f", value);
  }

  /** A number of things, such as {@code 1 pod} or {@code 2 pods}. */
  static String count(long number, String thing) {
    return number == 1 ? "1 " + thing : number + " " + thing + "s";
  }

  /** A metric's value, such as {@code cpu at 52 %} or {@code 1 pod free}. */
  static String value(DocumentedMetric metric, double value) {
    return switch (metric.unit()) {
      case PERCENT -> "%s at %s %%".formatted(metric.name(), number(value));
      case FREE_PODS -> "%s free".formatted(count((long) value, "pod"));
    };
  }

  /** When it asks for more pods, such as {@code at 50 % or more}. */
  static String scaleUp(DocumentedMetric metric) {
    return switch (metric.unit()) {
      case PERCENT -> "at %s %% or more".formatted(number(metric.scaleUpAt()));
      case FREE_PODS -> "at %s free or fewer".formatted(number(metric.scaleUpAt()));
    };
  }

  /** When it allows fewer pods, such as {@code at 30 % or less}. */
  static String scaleDown(DocumentedMetric metric) {
    double threshold = metric.scaleDownAt().orElse(Double.NaN);
    return switch (metric.unit()) {
      case PERCENT -> "at %s %% or less".formatted(number(threshold));
      case FREE_PODS -> "at %s free or more".formatted(number(threshold));
    };
  }
}
