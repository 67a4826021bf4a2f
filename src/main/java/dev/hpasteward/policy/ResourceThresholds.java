package dev.hpasteward.policy;

import java.util.OptionalInt;

/**
 * When a service type is to scale on the utilization of one resource.
 *
 * @param scaleUpAt per cent of the request, 1 to 1000: scale up at or above it
 * @param scaleDownAt per cent of the request, 1 to 1000 and below {@code scaleUpAt}: scale down at
 *     or below it; empty where the strategy documents no number
 */
public record ResourceThresholds(int scaleUpAt, OptionalInt scaleDownAt) {

  /**
   * Whether an autoscaler may have this target: at most the scale-up threshold, else it scales up
   * too late; above the scale-down threshold, else it could not scale down where documented.
   */
  public boolean allowsTarget(int target) {
    return target <= scaleUpAt && target >= lowestTarget();
  }

  /** The lowest target allowed, in per cent of the request. */
  public int lowestTarget() {
    return scaleDownAt.orElse(0) + 1;
  }
}
