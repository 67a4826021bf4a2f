package dev.hpasteward.synthesis;

import dev.hpasteward.model.Edit;
import dev.hpasteward.model.FieldPath;
import dev.hpasteward.model.Rival;
import dev.hpasteward.model.Subject;
import dev.hpasteward.model.Workload;
import dev.hpasteward.policy.ReplicasOnUpdate;
import dev.hpasteward.policy.ScalingPolicy;
import java.util.List;
import java.util.Optional;

/** Keeps the replicas that an autoscaler chose when a manifest is applied again. */
public final class LiveReplicas {

  /** Where the replicas of a workload stand. */
  public static final FieldPath PATH = FieldPath.of("spec.replicas");

  private LiveReplicas() {}

  /**
   * The edit that puts the live count back; none unless a manifest changed it, before or now
   * (dropping the field resets it to 1). 0 is a person's decision, on either side.
   */
  public static List<Edit> edits(
      Workload workload, Optional<Subject> before, List<Rival> autoscalers, ScalingPolicy policy) {
    if (policy.replicasOnUpdate() != ReplicasOnUpdate.KEEP_LIVE
        || autoscalers.isEmpty()
        || !(before.orElse(null) instanceof Workload live)) {
      return List.of();
    }
    int wanted = workload.replicas().orElse(1);
    int running = live.replicas().orElse(1);
    boolean byManifest = workload.replicasDeclared() || live.replicasDeclared();
    return byManifest && wanted != running && wanted != 0 && running != 0
        ? List.of(new Edit(PATH, running))
        : List.of();
  }
}
