package dev.hpasteward.cluster.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hpasteward.cluster.state.ObjectKey;
import dev.hpasteward.policy.Digest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * Notices that somebody undoes what we write, again and again: two who never give in would keep the
 * API server busy. Five writes in a row of the same HPA may come at once; from then on each waits
 * twice as long as the one before, up to 5 min, less up to a half by chance. Half a minute without
 * one ends it, and so does another HPA to write: that answers a change of the Deployment, the
 * policy or the replicas, and undoes nobody.
 */
final class Contest {

  /** Pods are cut at the HPA controller's next look, which comes every 15 s. */
  private static final Duration LONGEST_IF_URGENT = Duration.ofSeconds(1);

  /** Deleted by hand, edited twice, scaled a few times: nobody is fighting yet. */
  static final int AT_ONCE = 5;

  private static final Duration QUIET = Duration.ofSeconds(30);
  private static final Duration FIRST = Duration.ofSeconds(2);
  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final int DOUBLINGS = 8;
  private static final int REMEMBERED = 1000;
  private static final int DIGITS = 16;

  private final Map<ObjectKey, Streak> streaks = new HashMap<>();
  private final DoubleSupplier chance;
  private Instant cleared = Instant.EPOCH;

  /**
   * Writes in a row.
   *
   * @param digest of what each of them wrote
   * @param last when the last one was done
   * @param next when one more may come
   */
  private record Streak(String digest, int count, Instant last, Instant next) {

    boolean over(Instant now) {
      return now.isAfter(next.plus(QUIET));
    }

    Instant next(boolean urgent) {
      Instant soon = last.plus(LONGEST_IF_URGENT);
      return urgent && next.isAfter(soon) ? soon : next;
    }
  }

  /**
   * Nobody fights yet.
   *
   * @param chance 0 (inclusive) to 1
   */
  Contest(DoubleSupplier chance) {
    this.chance = chance;
  }

  /**
   * When one more write may come; empty: now.
   *
   * @param body what it would write
   * @param urgent whether running pods are cut if it waits
   */
  synchronized Optional<Instant> next(ObjectKey key, JsonNode body, boolean urgent, Instant now) {
    return Optional.ofNullable(streaks.get(key))
        .filter(streak -> streak.digest().equals(digest(body)))
        .map(streak -> streak.next(urgent))
        .filter(now::isBefore);
  }

  /** One more write was done. */
  synchronized void wrote(ObjectKey key, JsonNode body, Instant now) {
    String digest = digest(body);
    Streak before = streaks.get(key);
    int count = 1;
    if (before != null && before.digest().equals(digest) && !before.over(now)) {
      count += before.count();
    }
    streaks.put(key, new Streak(digest, count, now, now.plus(pause(count - AT_ONCE))));
    // Not at each write: a start writes ten thousand.
    if (streaks.size() > REMEMBERED && now.isAfter(cleared.plus(QUIET))) {
      streaks.values().removeIf(streak -> streak.over(now));
      cleared = now;
    }
  }

  private static String digest(JsonNode body) {
    return Digest.of(body.toString(), DIGITS);
  }

  private Duration pause(int tooMany) {
    if (tooMany < 0) {
      return Duration.ZERO;
    }
    long full = FIRST.multipliedBy(1L << Math.min(tooMany, DOUBLINGS)).toMillis();
    long millis = Math.min(full, LONGEST.toMillis());
    return Duration.ofMillis(Math.round(millis * (1 - chance.getAsDouble() / 2)));
  }
}
