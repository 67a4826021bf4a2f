package dev.hpasteward.model;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/** A point in time as people write it into an annotation. */
public final class Deadline {

  private static final String TIMESTAMP = "0000-00-00T00:00:00Z";
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
    try {
      if (isTimestamp(text)) {
        return Optional.of(timestamp(text));
      }
      if (!FORM.matcher(text).matches()) {
        return Optional.empty();
      }
      return Optional.of(
          text.length() == LENGTH_OF_DATE
              ? LocalDate.parse(text).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()
              : OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Whether it has the form in which the API server dates every object that it stores. */
  private static boolean isTimestamp(String text) {
    if (text.length() != TIMESTAMP.length()) {
      return false;
    }
    for (int i = 0; i < TIMESTAMP.length(); i++) {
      char form = TIMESTAMP.charAt(i);
      char c = text.charAt(i);
      if (form == '0' ? c < '0' || c > '9' : c != form) {
        return false;
      }
    }
    return true;
  }

  /** Each object under review has one to be read, and a formatter takes its time. */
  private static Instant timestamp(String text) {
    return LocalDateTime.of(
            number(text, 0, 4),
            number(text, 5, 7),
            number(text, 8, 10),
            number(text, 11, 13),
            number(text, 14, 16),
            number(text, 17, 19))
        .toInstant(ZoneOffset.UTC);
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }
}
