package dev.hpasteward.replay;

import dev.hpasteward.simulation.controller.ControllerFlags;

/** How a recorded controller was started. */
final class FlagsReader {

  private FlagsReader() {}

  static ControllerFlags flags(Fields flags) {
    Fields gates = flags.object("featureGates");
    return new ControllerFlags(
        flags.time("downscaleStabilization"),
        flags.number("tolerance"),
        flags.time("cpuInitializationPeriod"),
        flags.time("initialReadinessDelay"),
        gates.flag("HPAConfigurableTolerance"),
        gates.flag("HPAScaleToZero"));
  }
}
