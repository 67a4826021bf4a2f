package dev.hpasteward.simulation.controller;

import dev.hpasteward.model.Quantity;
import dev.hpasteward.model.ScalingRules;
import org.jspecify.annotations.Nullable;

/**
 * How far the ratio of usage to target may be from 1 before anything scales (replica_calculator.go,
 * Tolerances). Both borders are still inside.
 *
 * @param up ratio above 1, 0 or more
 * @param down ratio below 1, 0 to 1
 */
public record Tolerances(double up, double down) {

  /**
   * Those that count: the HPA's own where it has some and the feature gate is on, else the flag
   * (horizontal.go, tolerancesForHpa).
   */
  public static Tolerances inForce(ControllerFlags flags, @Nullable Behavior behavior) {
    double flag = flags.tolerance();
    return behavior == null || !flags.configurableTolerance()
        ? new Tolerances(flag, flag)
        : new Tolerances(own(behavior.up(), flag), own(behavior.down(), flag));
  }

  private static double own(ScalingRules rules, double flag) {
    return rules.tolerance().map(Quantity::approximateDouble).orElse(flag);
  }

  /** Whether the ratio is so near to 1 that nothing scales. */
  boolean allow(double ratio) {
    return 1.0 - down <= ratio && ratio <= 1.0 + up;
  }
}
