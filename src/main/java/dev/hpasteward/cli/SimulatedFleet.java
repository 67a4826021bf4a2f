package dev.hpasteward.cli;

import dev.hpasteward.simulation.controller.AutoscalerSpec;
import java.util.Locale;

/** How many pods a run may have: each takes memory and time. */
final class SimulatedFleet {

  private static final int MOST_PODS = 5000;

  private SimulatedFleet() {}

  /**
   * Looks at the most pods that an HPA may ask for.
   *
   * @throws UnusableInput if they are too many
   */
  static void check(AutoscalerSpec spec) {
    if (spec.maxReplicas() > MOST_PODS) {
      throw new UnusableInput(
          String.format(
              Locale.ROOT,
              "spec.maxReplicas: %d is more than the %,d pods that can be simulated; write %d or"
                  + " less for a simulation",
              spec.maxReplicas(),
              MOST_PODS,
              MOST_PODS));
    }
  }
}
