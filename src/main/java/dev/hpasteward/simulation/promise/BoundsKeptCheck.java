package dev.hpasteward.simulation.promise;

import dev.hpasteward.policy.Replicas;
import dev.hpasteward.simulation.promise.PromiseVerdict.Evidence;
import dev.hpasteward.simulation.run.RunPlan;
import dev.hpasteward.simulation.run.SyncRecord;
import java.util.List;
import java.util.Optional;

/** As many pods as the HPA's bounds and the strategy's allow. */
final class BoundsKeptCheck implements PromiseCheck {

  private final int min;
  private final int max;
  private final Faults faults = new Faults(Promise.BOUNDS_KEPT);

  BoundsKeptCheck(RunPlan plan) {
    Replicas replicas = plan.type().replicas();
    this.min = Math.max(plan.autoscaler().minReplicas(), replicas.floor().orElse(0));
    this.max =
        Math.min(plan.autoscaler().maxReplicas(), replicas.ceiling().orElse(Integer.MAX_VALUE));
  }

  @Override
  public void observe(SyncRecord sync) {
    int desired = sync.desired();
    boolean kept = desired >= min && desired <= max;
    if (!kept && !faults.isKnown("bounds", sync.time())) {
      faults.add(
          "bounds",
          sync.time(),
          Outcome.BROKEN,
          "At %s %s were wanted; the bounds are %d to %d."
              .formatted(Wording.time(sync.time()), Wording.count(desired, "pod"), min, max),
          new Evidence(
              sync.time(), "replicas", desired, Optional.of((double) (desired < min ? min : max))));
    }
  }

  @Override
  public PromiseVerdict verdict() {
    return faults.verdict(
        Outcome.KEPT, "There always were %d to %d pods.".formatted(min, max), List.of());
  }
}
