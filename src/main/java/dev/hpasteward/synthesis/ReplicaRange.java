package dev.hpasteward.synthesis;

import dev.hpasteward.model.ReplicaCount;
import dev.hpasteward.model.StewardKeys;
import dev.hpasteward.model.Workload;
import dev.hpasteward.policy.Replicas;
import java.util.OptionalInt;

/**
 * Between how many replicas a generated HPA moves.
 *
 * @param min minReplicas, at least 1
 * @param max maxReplicas, at least {@code min}
 * @param wanted what {@code max} would be with fewer replicas running; below {@code max} where more
 *     run: an HPA whose maximum is below the running replicas removes the rest at once
 */
public record ReplicaRange(int min, int max, int wanted) {

  /** Whether the maximum makes room for replicas that run already. */
  public boolean raised() {
    return max > wanted;
  }

  /**
   * The policy's, or the Deployment's own annotations where they are valid. Floor and ceiling bind
   * the annotations, unless the Deployment is exempt.
   */
  public static ReplicaRange of(Workload workload, Replicas replicas, boolean exempt) {
    int min = annotated(workload, StewardKeys.MIN_REPLICAS).orElse(replicas.min());
    int max = annotated(workload, StewardKeys.MAX_REPLICAS).orElse(replicas.max());
    if (!exempt) {
      min = Math.max(min, replicas.floor().orElse(min));
      max = Math.min(max, replicas.ceiling().orElse(max));
    }
    if (min > max) {
      min = replicas.min();
      max = replicas.max();
    }
    return new ReplicaRange(min, Math.max(max, workload.replicas().orElse(1)), max);
  }

  private static OptionalInt annotated(Workload workload, String key) {
    return workload.metadata().annotation(key).map(ReplicaCount::parse).orElse(OptionalInt.empty());
  }
}
