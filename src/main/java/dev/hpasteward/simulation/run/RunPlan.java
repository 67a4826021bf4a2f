package dev.hpasteward.simulation.run;

import dev.hpasteward.policy.ServiceTypePolicy;
import dev.hpasteward.simulation.controller.AutoscalerSpec;
import dev.hpasteward.simulation.controller.ControllerFlags;
import dev.hpasteward.simulation.load.LoadShape;
import dev.hpasteward.simulation.workload.WorkloadModel;
import java.time.Duration;

/**
 * All that a run depends on: the same plan gives the same run.
 *
 * @param type what the strategy says about the service
 * @param autoscaler the HPA, as the API server would store it
 * @param flags how the cluster's controller was started
 * @param workload how the service's pods behave
 * @param load how many sessions people want
 * @param seed of all that is random
 * @param duration how long it runs, at least one sync; whole syncs count
 */
public record RunPlan(
    ServiceTypePolicy type,
    AutoscalerSpec autoscaler,
    ControllerFlags flags,
    WorkloadModel workload,
    LoadShape load,
    long seed,
    Duration duration) {

  /** How often the controller looks ({@code --horizontal-pod-autoscaler-sync-period}). */
  public static final Duration SYNC_PERIOD = Duration.ofSeconds(15);

  /** How often pods go on between two syncs: nothing happens in shorter times. */
  public static final Duration STEP = Duration.ofSeconds(5);

  public RunPlan {
    if (duration.compareTo(SYNC_PERIOD) < 0) {
      throw new IllegalArgumentException("a run is at least one sync (15 s) long: " + duration);
    }
  }

  /** A run with Kubernetes' default flags. */
  public RunPlan(
      ServiceTypePolicy type,
      AutoscalerSpec autoscaler,
      WorkloadModel workload,
      LoadShape load,
      long seed,
      Duration duration) {
    this(type, autoscaler, ControllerFlags.KUBERNETES, workload, load, seed, duration);
  }

  /** The same with another seed. */
  public RunPlan seeded(long other) {
    return new RunPlan(type, autoscaler, flags, workload, load, other, duration);
  }
}
