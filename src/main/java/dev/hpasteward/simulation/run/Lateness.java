package dev.hpasteward.simulation.run;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Measures how long it takes from a threshold that is crossed until all pods are ready that were
 * asked for meanwhile.
 */
final class Lateness implements RunObserver {

  private static final double NANOS_PER_SECOND = 1e9;
  private static final long NOT = Long.MIN_VALUE;

  private final List<DocumentedMetric> metrics;
  private long crossed = NOT;
  private boolean asked;
  private long longest = NOT;

  Lateness(List<DocumentedMetric> metrics) {
    this.metrics = metrics;
  }

  @Override
  public void observe(SyncRecord sync) {
    if (asked && sync.fleet().ready() >= sync.desired()) {
      measure(sync.time());
    }
    if (crossed == NOT && isPast(sync)) {
      crossed = sync.time();
    } else if (crossed != NOT && !asked && !isPast(sync)) {
      crossed = NOT;
    }
    asked |= crossed != NOT && sync.scaledUp();
  }

  private boolean isPast(SyncRecord sync) {
    for (int index = 0; index < metrics.size(); index++) {
      if (metrics.get(index).asksForMore(sync.readings().seen(index))) {
        return true;
      }
    }
    return false;
  }

  private void measure(long now) {
    if (now - crossed > longest) {
      longest = now - crossed;
    }
    crossed = NOT;
    asked = false;
  }

  /** In seconds; empty if it never came to an end. */
  OptionalDouble longest() {
    return longest == NOT ? OptionalDouble.empty() : OptionalDouble.of(longest / NANOS_PER_SECOND);
  }
}
