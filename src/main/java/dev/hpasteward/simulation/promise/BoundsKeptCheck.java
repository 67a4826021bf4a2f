package dev.hpasteward.simulation.promise;

import dev.hpasteward.policy.Replicas;
import dev.hpasteward.simulation.promise.PromiseVerdict.Evidence;
import dev.hpasteward.simulation.run.RunPlan;
import dev.hpasteward.simulation.run.SyncRecord;
import java.util.List;
import java.util.Optional;

/**
 * As many pods as the HPA's bounds and the policy's floor and ceiling allow. The policy's minimum
 * and maximum are what is injected where an author says nothing, and bind nobody.
 */
final class BoundsKeptCheck implements PromiseCheck {

  private final int min;
  private final int max;
  private final int floor;
  private final int ceiling;
  private final Faults faults = new Faults(Promise.BOUNDS_KEPT);

  BoundsKeptCheck(RunPlan plan) {
    Replicas replicas = plan.type().replicas();
    this.min = plan.autoscaler().minReplicas();
    this.max = plan.autoscaler().maxReplicas();
    this.floor = replicas.floor().orElse(0);
    this.ceiling = replicas.ceiling().orElse(Integer.MAX_VALUE);
  }

  @Override
  public void observe(SyncRecord sync) {
    hold(sync, sync.desired() < min, min, "the HPA's minimum is");
    hold(sync, sync.desired() > max, max, "the HPA's maximum is");
    hold(sync, sync.desired() < floor, floor, "the policy's floor is");
    hold(sync, sync.desired() > ceiling, ceiling, "the policy's ceiling is");
  }

  private void hold(SyncRecord sync, boolean past, int bound, String which) {
    if (past && !faults.isKnown(which, sync.time())) {
      faults.add(
          which,
          sync.time(),
          Outcome.BROKEN,
          "At %s %s were wanted; %s %d."
              .formatted(
                  Wording.time(sync.time()), Wording.count(sync.desired(), "pod"), which, bound),
          new Evidence(sync.time(), "replicas", sync.desired(), Optional.of((double) bound)));
    }
  }

  @Override
  public PromiseVerdict verdict() {
    return faults.verdict(
        Outcome.KEPT,
        "There always were %d to %d pods.".formatted(Math.max(min, floor), Math.min(max, ceiling)),
        List.of());
  }
}
