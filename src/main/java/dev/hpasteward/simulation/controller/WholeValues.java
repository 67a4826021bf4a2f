package dev.hpasteward.simulation.controller;

import java.util.List;

/**
 * How many pods an Object or External metric asks for (replica_calculator.go, GetObject... and
 * GetExternal...).
 */
final class WholeValues {

  private final Tolerances tolerances;

  WholeValues(Tolerances tolerances) {
    this.tolerances = tolerances;
  }

  /** All series, of a target for all pods; too large a sum is the largest. */
  static long total(List<Long> values) {
    long total = 0;
    for (long value : values) {
      if (value > 0 && total > Long.MAX_VALUE - value) {
        return Long.MAX_VALUE;
      }
      total += value;
    }
    return total;
  }

  /** All series, of a target for each pod; once their sum is negative it is the largest. */
  static long totalOfPods(List<Long> values) {
    long total = 0;
    for (long value : values) {
      total += value;
      if (total < 0) {
        return Long.MAX_VALUE;
      }
    }
    return total;
  }

  /** A target for all pods together. */
  Calculation forAll(long usage, long target, PodList list, int current) {
    double ratio = (double) usage / target;
    if (current == 0) {
      return new Calculation(Converted.upToInt(ratio), usage, 0, null);
    }
    if (tolerances.allow(ratio)) {
      return new Calculation(current, usage, 0, null);
    }
    String unlisted = list.mistake();
    if (unlisted != null) {
      return Calculation.failed("unable to calculate ready pods: " + unlisted);
    }
    int ready = 0;
    for (Pod pod : list.pods()) {
      if (pod.isRunningAndReady()) {
        ready++;
      }
    }
    return new Calculation(Converted.upToIntCapped(ratio * ready), usage, 0, null);
  }

  /** An object's value as a target for each pod. */
  Calculation ofObject(long usage, long target, int statusReplicas) {
    int replicas =
        isNear(usage, target, statusReplicas)
            ? statusReplicas
            : Converted.upToInt((double) usage / target);
    return new Calculation(replicas, shared(usage, statusReplicas), 0, null);
  }

  /** Series as a target for each pod: unlike an object's, these are capped. */
  Calculation ofSeries(long usage, long target, int statusReplicas) {
    int replicas =
        isNear(usage, target, statusReplicas)
            ? statusReplicas
            : Converted.upToIntCapped(Math.ceil((double) usage / target));
    boolean capped = (double) usage >= (double) Long.MAX_VALUE;
    long average = capped ? Long.MAX_VALUE : shared(usage, statusReplicas);
    return new Calculation(replicas, average, 0, null);
  }

  private boolean isNear(long usage, long target, int statusReplicas) {
    return tolerances.allow(usage / ((double) target * statusReplicas));
  }

  private static long shared(long usage, int pods) {
    return Converted.upToLong((double) usage / pods);
  }
}
