package dev.hpasteward.cluster.certificate;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Whether a log needs to be told: what is new is, and what goes on is once an hour. */
final class News {

  private static final long AGAIN_AFTER = Duration.ofHours(1).toNanos();

  private final LongSupplier nanoTime;
  private @Nullable Object last;
  private long told;

  News(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** Whether this is to be told; it counts as told then. */
  boolean is(Object current) {
    long now = nanoTime.getAsLong();
    boolean news = !current.equals(last) || now - told >= AGAIN_AFTER;
    if (news) {
      last = current;
      told = now;
    }
    return news;
  }
}
