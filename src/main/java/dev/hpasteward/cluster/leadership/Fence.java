package dev.hpasteward.cluster.leadership;

import java.time.Duration;

/**
 * Until when this process may write, on its monotonic clock. That clock runs on while the process
 * is stopped, and nobody can set it; so nothing has to happen in time for the fence to close.
 *
 * @param raised whether it is closed whatever the time
 * @param end when it closes, by {@link System#nanoTime}
 */
record Fence(boolean raised, long end) {

  static final Fence CLOSED = new Fence(true, 0);

  /** How long a written record lets its writer write. */
  static final Duration OPEN = LeaseTimes.LEASE.minus(LeaseTimes.WRITES_END);

  /**
   * After a record of our own was written.
   *
   * @param requestedAt just before the request was sent: others count from when they see it, which
   *     is later
   */
  static Fence after(long requestedAt) {
    return new Fence(false, requestedAt + OPEN.toNanos());
  }

  /** Whether writing is allowed at this time. */
  boolean open(long now) {
    // Differences, since nanoTime may be negative and may overflow.
    return !raised && now - end < 0;
  }
}
