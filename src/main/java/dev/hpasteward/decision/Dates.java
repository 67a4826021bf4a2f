package dev.hpasteward.decision;

import java.time.Instant;
import java.time.ZoneOffset;

/** Days as people write them. */
public final class Dates {

  private Dates() {}

  /** The last day of a time that ends at this instant: the day before midnight. */
  public static String lastDay(Instant end) {
    return of(end.minusNanos(1));
  }

  /** The day in UTC, such as {@code 2026-12-31}. */
  public static String of(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC).toLocalDate().toString();
  }
}
