package dev.hpasteward.cluster.certificate;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * For how long this process has seen something as it is, by its monotonic clock: clocks of nodes
 * may differ, and whoever has just started has seen nothing for long.
 */
final class Unchanged {

  private final LongSupplier nanoTime;
  private @Nullable Object last;
  private long since;

  Unchanged(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** Zero if it was something else last time. */
  Duration seen(Object current) {
    long now = nanoTime.getAsLong();
    if (!current.equals(last)) {
      last = current;
      since = now;
    }
    return Duration.ofNanos(now - since);
  }
}
