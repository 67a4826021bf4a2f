package dev.hpasteward.rules;

import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.Direction;
import dev.hpasteward.model.Excerpt;
import dev.hpasteward.model.Quantity;
import dev.hpasteward.policy.ControllerDefaults;
import java.math.BigDecimal;
import java.util.Optional;

/** What holds for an autoscaler where it says nothing itself. */
final class EffectiveBehavior {

  private EffectiveBehavior() {}

  /** Seconds; unset means 0 for scale-up and the controller's flag for scale-down. */
  static int window(Autoscaler autoscaler, Direction direction, ControllerDefaults controller) {
    int unset = direction == Direction.UP ? 0 : controller.downscaleStabilizationSeconds();
    return autoscaler.rules(direction).stabilizationWindowSeconds().orElse(unset);
  }

  /**
   * The ratio as the controller computes with it. Unset means the controller's flag, and so does
   * any where the API server drops the field.
   */
  static double tolerance(Inspection<Autoscaler> inspection, Direction direction) {
    return explicitTolerance(inspection, direction)
        .map(Quantity::approximateDouble)
        .orElse(inspection.controller().tolerance());
  }

  /** The same for people: 0.41 rather than 410m or the double next to it. */
  static String toleranceText(Inspection<Autoscaler> inspection, Direction direction) {
    return decimal(
        explicitTolerance(inspection, direction)
            .map(Quantity::value)
            .orElseGet(() -> BigDecimal.valueOf(inspection.controller().tolerance())));
  }

  /** Without exponent, and cut where it is longer than anybody wants to read. */
  static String decimal(BigDecimal value) {
    return Excerpt.plain(Quantity.of(value).toString());
  }

  private static Optional<Quantity> explicitTolerance(
      Inspection<Autoscaler> inspection, Direction direction) {
    return inspection
        .subject()
        .rules(direction)
        .tolerance()
        .filter(tolerance -> inspection.surroundings().tolerancesKept());
  }
}
