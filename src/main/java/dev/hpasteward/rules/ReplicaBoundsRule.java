package dev.hpasteward.rules;

import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.FieldPath;
import dev.hpasteward.model.Surroundings;
import dev.hpasteward.policy.Replicas;
import dev.hpasteward.policy.RuleId;
import java.util.Set;
import java.util.function.Consumer;

/** {@code replica-bounds}: an HPA keeps the policy's floor and ceiling, where it has them. */
final class ReplicaBoundsRule implements Rule<Autoscaler> {

  private static final FieldPath MIN = FieldPath.of("spec.minReplicas");
  private static final FieldPath MAX = FieldPath.of("spec.maxReplicas");

  @Override
  public Set<RuleId> ids() {
    return Set.of(RuleId.REPLICA_BOUNDS);
  }

  @Override
  public void check(Inspection<Autoscaler> inspection, Consumer<Violation> report) {
    Autoscaler autoscaler = inspection.subject();
    Replicas replicas = inspection.type().replicas();
    int min = autoscaler.effectiveMinReplicas();
    if (replicas.floor().isPresent() && min < replicas.floor().getAsInt()) {
      int floor = replicas.floor().getAsInt();
      report.accept(ReplicaViolations.belowFloor(MIN, min, floor).correctedBy(floor));
    }
    if (autoscaler.maxReplicas().isPresent() && replicas.ceiling().isPresent()) {
      int max = autoscaler.maxReplicas().getAsInt();
      int ceiling = Math.max(replicas.ceiling().getAsInt(), runningUnderOurs(inspection));
      if (max > ceiling) {
        report.accept(ReplicaViolations.aboveCeiling(MAX, max, ceiling));
      }
    }
  }

  /** One that we generate makes room for what runs already, so that no pod is cut. */
  private static int runningUnderOurs(Inspection<Autoscaler> inspection) {
    Surroundings surroundings = inspection.surroundings();
    return surroundings.ownership() == Surroundings.Ownership.STEWARD
            && surroundings.target() instanceof Surroundings.Target.Found found
        ? found.workload().replicas().orElse(0)
        : 0;
  }
}
