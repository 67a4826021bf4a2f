package dev.hpasteward.simulation.workload;

import java.util.List;

/**
 * Which pod a ReplicaSet takes away: one that has not come as far as others, else the youngest
 * (kubernetes, controller_utils.go, ActivePodsWithRanks). Kubernetes knows nothing of sessions. How
 * pods are spread over nodes is not looked at.
 */
final class Removal {

  private Removal() {}

  /** The next to go, of pods in the order of their creation, not all of which end already. */
  static WorkerPod next(List<WorkerPod> pods) {
    WorkerPod next = null;
    for (WorkerPod pod : pods) {
      boolean sooner = next == null || pod.stage().compareTo(next.stage()) <= 0;
      if (!pod.isTerminating() && sooner) {
        next = pod;
      }
    }
    if (next == null) {
      throw new IllegalStateException("all pods end already");
    }
    return next;
  }
}
