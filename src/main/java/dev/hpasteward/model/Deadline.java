package dev.hpasteward.model;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/** A point in time as people write it into an annotation. */
public final class Deadline {

  private static final int LENGTH_OF_DATE = "2026-12-31".length();

  /** The clock's own form is wider: years of nine digits, which nothing can be added to. */
  private static final Pattern FORM =
      Pattern.compile(
          "[0-9]{4}-[0-9]{2}-[0-9]{2}"
              + "([Tt][0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?([Zz]|[+-][0-9]{2}:[0-9]{2}))?");

  private Deadline() {}

  /**
   * RFC 3339 ({@code 2026-12-31T18:00:00Z}, any offset), or a date, which means its end in UTC;
   * empty for anything else. Years have four digits.
   */
  public static Optional<Instant> parse(String text) {
    if (!FORM.matcher(text).matches()) {
      return Optional.empty();
    }
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
