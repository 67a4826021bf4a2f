package dev.hpasteward.cli;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A length of time as people write it: {@code 90s}, {@code 5m}, {@code 1h30m}, {@code 2d}. */
final class WrittenDuration {

  private static final Pattern GRAMMAR =
      Pattern.compile("(?:(\\d{1,5})d)?(?:(\\d{1,6})h)?(?:(\\d{1,7})m)?(?:(\\d{1,9})s)?");

  private WrittenDuration() {}

  /**
   * The length that a person gave.
   *
   * @param option where
   * @param text what they wrote
   */
  static Duration of(String option, String text) {
    Matcher matcher = GRAMMAR.matcher(text);
    if (text.isEmpty() || !matcher.matches()) {
      throw new UnusableInput(
          "%s: \"%s\" is no length of time; write such as 90s, 5m, 1h30m or 2d"
              .formatted(option, text));
    }
    return Duration.ofDays(part(matcher, 1))
        .plusHours(part(matcher, 2))
        .plusMinutes(part(matcher, 3))
        .plusSeconds(part(matcher, 4));
  }

  private static long part(Matcher matcher, int group) {
    return matcher.group(group) == null ? 0 : Long.parseLong(matcher.group(group));
  }
}
