package dev.hpasteward.simulation.promise;

import dev.hpasteward.simulation.run.DocumentedMetric;
import dev.hpasteward.simulation.run.RunObserver;
import dev.hpasteward.simulation.run.SyncRecord;
import java.util.List;
import java.util.Optional;

/**
 * Measures how long it takes from a threshold that is crossed until all pods are ready that were
 * asked for meanwhile.
 */
final class Lateness implements RunObserver {

  private static final long NOT = Long.MIN_VALUE;

  private final List<DocumentedMetric> metrics;
  private long crossed = NOT;
  private boolean asked;
  private long longest = NOT;
  private long longestSince;

  Lateness(Terms terms) {
    this.metrics = terms.metrics();
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
      longestSince = crossed;
    }
    crossed = NOT;
    asked = false;
  }

  Optional<String> note() {
    return longest == NOT
        ? Optional.empty()
        : Optional.of(
            "It took %s at most from a threshold to ready pods (at %s)."
                .formatted(Wording.length(longest), Wording.time(longestSince)));
  }
}
