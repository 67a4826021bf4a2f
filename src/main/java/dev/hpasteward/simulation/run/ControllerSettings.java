package dev.hpasteward.simulation.run;

import dev.hpasteward.policy.ControllerDefaults;
import dev.hpasteward.simulation.controller.ControllerFlags;
import java.util.concurrent.TimeUnit;

/** The controller's flags as a policy has them. */
public final class ControllerSettings {

  private ControllerSettings() {}

  /**
   * Kubernetes' defaults but for what the policy says.
   *
   * @param policy what the policy says of the cluster's controller
   * @param tolerancesKept whether an HPA's own tolerances count (Kubernetes 1.35 and later)
   */
  public static ControllerFlags of(ControllerDefaults policy, boolean tolerancesKept) {
    ControllerFlags usual = ControllerFlags.KUBERNETES;
    return new ControllerFlags(
        TimeUnit.SECONDS.toNanos(policy.downscaleStabilizationSeconds()),
        policy.tolerance(),
        usual.cpuInitializationPeriod(),
        usual.initialReadinessDelay(),
        tolerancesKept,
        usual.scaleToZero());
  }
}
