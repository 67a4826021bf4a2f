package dev.hpasteward.cluster.reconcile;

import dev.hpasteward.cluster.state.ObjectKey;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleSupplier;

/**
 * How long to wait after failures in a row: twice as long after each, from 1 s to 5 min, less up to
 * a half by chance, so that many that failed together don't come back together.
 */
final class Backoff {

  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final int DOUBLINGS = 9;

  private final Map<ObjectKey, Integer> failures = new ConcurrentHashMap<>();
  private final DoubleSupplier chance;

  /**
   * Nobody has failed yet.
   *
   * @param chance 0 (inclusive) to 1
   */
  Backoff(DoubleSupplier chance) {
    this.chance = chance;
  }

  /** One more failure. */
  Duration failed(ObjectKey key) {
    int before = failures.merge(key, 1, Integer::sum) - 1;
    Duration full = FIRST.multipliedBy(1L << Math.min(before, DOUBLINGS));
    long millis = Math.min(full.toMillis(), LONGEST.toMillis());
    return Duration.ofMillis(Math.round(millis * (1 - chance.getAsDouble() / 2)));
  }

  void succeeded(ObjectKey key) {
    failures.remove(key);
  }

  /** How many fail at present. */
  int failing() {
    return failures.size();
  }
}
