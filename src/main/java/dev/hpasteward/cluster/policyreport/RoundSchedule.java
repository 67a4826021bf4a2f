package dev.hpasteward.cluster.policyreport;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When to look at everything again: regularly, and soon after a change, once no more follow. A
 * large cluster that never rests must not keep a processor busy.
 */
final class RoundSchedule {

  /** Of one deploy, a Deployment and its HPA come at once: neither is to be reported alone. */
  static final Duration QUIET = Duration.ofSeconds(2);

  /** Where changes never end. */
  static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  /** Surveys take at most this part of a processor. */
  private static final int SHARE = 20;

  private final Duration every;
  private @Nullable Instant began;
  private @Nullable Instant ended;
  private @Nullable Instant wakeAt;
  private @Nullable Object surveyed;
  private @Nullable Object latest;
  private @Nullable Instant firstChange;
  private @Nullable Instant lastChange;

  RoundSchedule(Duration every) {
    this.every = every;
  }

  /**
   * Whether it is time.
   *
   * @param version of all that a survey looks at; asked every second or so
   */
  boolean due(Object version, Instant now) {
    notice(version, now);
    Instant start = began;
    Instant end = ended;
    if (start == null || end == null || now.isBefore(start) || passed(start.plus(every), now)) {
      return true;
    }
    Instant wake = wakeAt;
    if (wake != null && passed(wake, now)) {
      return true;
    }
    Instant first = firstChange;
    Instant last = lastChange;
    Duration rest = Duration.between(start, end).multipliedBy(SHARE);
    return first != null
        && last != null
        && passed(end.plus(rest), now)
        && (passed(last.plus(QUIET), now) || passed(first.plus(LONGEST_WAIT), now));
  }

  private void notice(Object version, Instant now) {
    if (!version.equals(latest)) {
      latest = version;
      lastChange = now;
    }
    if (version.equals(surveyed)) {
      firstChange = null;
    } else if (firstChange == null) {
      firstChange = now;
    }
  }

  /** The next round is due at once. */
  void restart() {
    began = null;
  }

  private static boolean passed(Instant then, Instant now) {
    return !now.isBefore(then);
  }

  /**
   * A round is over.
   *
   * @param version as it was when it began
   * @param wake when something may be written that had to wait
   */
  void done(Object version, Instant start, Instant end, Optional<Instant> wake) {
    surveyed = version;
    began = start;
    ended = end;
    wakeAt = wake.orElse(null);
    firstChange = null;
  }
}
