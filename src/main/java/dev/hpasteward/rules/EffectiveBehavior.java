package dev.hpasteward.rules;

import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.Direction;
import dev.hpasteward.model.Quantity;
import dev.hpasteward.policy.ControllerDefaults;

/** What holds for an autoscaler where it says nothing itself. */
final class EffectiveBehavior {

  private EffectiveBehavior() {}

  /** Seconds; unset means 0 for scale-up and the controller's flag for scale-down. */
  static int window(Autoscaler autoscaler, Direction direction, ControllerDefaults controller) {
    int unset = direction == Direction.UP ? 0 : controller.downscaleStabilizationSeconds();
    return autoscaler.rules(direction).stabilizationWindowSeconds().orElse(unset);
  }

  /** The ratio as the controller computes with it; unset means the controller's flag. */
  static double tolerance(
      Autoscaler autoscaler, Direction direction, ControllerDefaults controller) {
    return autoscaler
        .rules(direction)
        .tolerance()
        .map(Quantity::approximateDouble)
        .orElse(controller.tolerance());
  }
}
