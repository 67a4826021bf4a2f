package dev.hpasteward.simulation.controller;

import dev.hpasteward.model.ScalingRules;
import java.util.concurrent.TimeUnit;

/**
 * What windows, rates and bounds make of a proposal, and the conditions that tell of it
 * (horizontal.go, normalizeDesiredReplicas and normalizeDesiredReplicasWithBehaviors).
 */
final class Normalization {

  private static final long NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final String HIGHER =
      """
      recent recommendations were higher than current one, applying the highest recent \
      recommendation""";
  private static final String LOWER =
      """
      recent recommendations were lower than current one, applying the lowest recent \
      recommendation""";

  private final ControllerFlags flags;
  private final AutoscalerSpec spec;
  private final int current;
  private final long now;

  Normalization(ControllerFlags flags, AutoscalerSpec spec, int current, long now) {
    this.flags = flags;
    this.spec = spec;
    this.current = current;
    this.now = now;
  }

  /** The recommendation after the windows. */
  Stabilization stabilize(Recommendations before, int wanted) {
    Behavior behavior = spec.behavior();
    return behavior == null
        ? Stabilization.byFlag(before, wanted, now, flags.downscaleStabilization())
        : Stabilization.byWindows(
            before,
            wanted,
            current,
            now,
            window(behavior.up(), 0),
            window(behavior.down(), flags.downscaleStabilization() / NANOS));
  }

  private static long window(ScalingRules rules, long otherwise) {
    return TimeUnit.SECONDS.toNanos(
        rules.stabilizationWindowSeconds().isPresent()
            ? rules.stabilizationWindowSeconds().getAsInt()
            : otherwise);
  }

  /** What is left of it by rates and bounds. */
  int limit(int stable, int wanted, ControllerMemory memory, Conditions conditions) {
    if (stable == wanted) {
      conditions.set(
          Condition.Type.ABLE_TO_SCALE,
          true,
          "ReadyForNewScale",
          "recommended size matches current size",
          now);
    } else if (spec.behavior() != null && wanted >= current) {
      conditions.set(Condition.Type.ABLE_TO_SCALE, true, "ScaleUpStabilized", LOWER, now);
    } else {
      conditions.set(Condition.Type.ABLE_TO_SCALE, true, "ScaleDownStabilized", HIGHER, now);
    }
    Limited limited =
        spec.behavior() == null
            ? Limits.plain(spec, current, stable)
            : Limits.byRates(spec, spec.behavior(), memory, current, stable, now);
    conditions.set(
        Condition.Type.SCALING_LIMITED,
        limited.replicas() != stable,
        limited.reason(),
        limited.message(),
        now);
    return limited.replicas();
  }
}
