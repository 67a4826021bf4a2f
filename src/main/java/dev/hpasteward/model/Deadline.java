package dev.hpasteward.model;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** A point in time as people write it into an annotation. */
public final class Deadline {

  private static final int LENGTH_OF_DATE = "2026-12-31".length();

  private Deadline() {}

  /**
   * RFC 3339 ({@code 2026-12-31T18:00:00Z}, any offset), or a date, which means its end in UTC;
   * empty for anything else.
   */
  public static Optional<Instant> parse(String text) {
    try {
      return Optional.of(
          text.length() == LENGTH_OF_DATE
              ? LocalDate.parse(text).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()
              : OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
