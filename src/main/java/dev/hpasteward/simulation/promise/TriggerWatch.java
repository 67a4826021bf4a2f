package dev.hpasteward.simulation.promise;

import dev.hpasteward.simulation.run.DocumentedMetric;
import dev.hpasteward.simulation.run.RunPlan;
import dev.hpasteward.simulation.run.SyncRecord;

/**
 * Watches whether more pods are asked for while a metric is past its scale-up threshold. One point
 * of slack is given to a percentage. Pods that start count as idle, as the controller counts them.
 */
final class TriggerWatch {

  private static final long NOT = Long.MIN_VALUE;
  private static final int SYNCS_OF_SLACK = 2;

  private final DocumentedMetric metric;
  private final int index;
  private final int max;
  private final long patience;
  private long since = NOT;
  private final Untested untested = new Untested();
  private boolean tested;
  private boolean overdue;
  private boolean newlyOverdue;
  private double valueSince = Double.NaN;

  TriggerWatch(Terms terms, int index) {
    this.metric = terms.metrics().get(index);
    this.index = index;
    this.max = terms.autoscaler().maxReplicas();
    this.patience = terms.scaleUpWindow() + SYNCS_OF_SLACK * RunPlan.SYNC_PERIOD.toNanos();
  }

  void observe(SyncRecord sync) {
    double value = sync.readings().cautious(index);
    boolean full = sync.replicas() >= max;
    boolean pressing = isPast(value) && !full;
    untested.observe(metric, sync.readings().seen(index), value, isPast(value), full);
    newlyOverdue = false;
    if (!pressing || sync.scaledUp()) {
      tested |= pressing;
      since = NOT;
      overdue = false;
      return;
    }
    if (since == NOT) {
      since = sync.time();
      valueSince = value;
    }
    if (!overdue && sync.time() - since > patience) {
      overdue = true;
      newlyOverdue = true;
      tested = true;
    }
  }

  private boolean isPast(double value) {
    return switch (metric.unit()) {
      case PERCENT -> value >= metric.scaleUpAt() + 1;
      case FREE_PODS -> value <= metric.scaleUpAt();
    };
  }

  DocumentedMetric metric() {
    return metric;
  }

  /** Whether more pods should have been asked for by now. */
  boolean isOverdue() {
    return overdue;
  }

  /** Whether that is so since this sync. */
  boolean isNewlyOverdue() {
    return newlyOverdue;
  }

  /** Whether the threshold was ever passed while more pods could be asked for. */
  boolean isTested() {
    return tested;
  }

  /** Why the threshold was never passed so that more pods could be asked for. */
  Untested untested() {
    return untested;
  }

  /** Since when the threshold is passed in vain; only while overdue. */
  long since() {
    return since;
  }

  /** What it read then. */
  double valueSince() {
    return valueSince;
  }
}
