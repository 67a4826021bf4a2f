package dev.hpasteward.simulation.controller;

/** What bounds and rates leave of a recommendation. */
final class Limits {

  /** Growth in one sync of an HPA without {@code behavior} (horizontal.go, scaleUpLimitFactor). */
  private static final double GROWTH = 2;

  /** It may always grow to this (horizontal.go, scaleUpLimitMinimum). */
  private static final double SMALLEST_GROWTH = 4;

  private Limits() {}

  /** Without {@code behavior} (horizontal.go, convertDesiredReplicasWithRules). */
  static Limited plain(AutoscalerSpec spec, int current, int stable) {
    int fastest = Converted.toInt(Math.max(GROWTH * current, SMALLEST_GROWTH));
    if (stable < spec.minReplicas()) {
      return Limited.tooFew(spec.minReplicas());
    }
    if (stable > Math.min(spec.maxReplicas(), fastest)) {
      return spec.maxReplicas() > fastest
          ? Limited.tooFastUp(fastest)
          : Limited.tooMany(spec.maxReplicas());
    }
    return Limited.within(stable);
  }

  /** With {@code behavior} (horizontal.go, convertDesiredReplicasWithBehaviorRate). */
  static Limited byRates(
      AutoscalerSpec spec,
      Behavior behavior,
      ControllerMemory memory,
      int current,
      int stable,
      long now) {
    if (stable > current) {
      int fastest = Rates.highest(behavior.up(), current, memory, now);
      if (stable > Math.min(spec.maxReplicas(), fastest)) {
        return spec.maxReplicas() > fastest
            ? Limited.tooFastUp(fastest)
            : Limited.tooMany(spec.maxReplicas());
      }
    } else if (stable < current) {
      int fastest = Rates.lowest(behavior.down(), current, memory, now);
      if (stable < Math.max(spec.minReplicas(), fastest)) {
        return spec.minReplicas() < fastest
            ? Limited.tooFastDown(fastest)
            : Limited.tooFew(spec.minReplicas());
      }
    }
    return Limited.within(stable);
  }
}
