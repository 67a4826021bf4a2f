package dev.hpasteward.rules;

import dev.hpasteward.model.FieldPath;
import dev.hpasteward.model.Rival;
import dev.hpasteward.model.Workload;
import dev.hpasteward.policy.RuleId;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * {@code static-replicas}: a manifest does not set the replicas of a Deployment that an autoscaler
 * scales, or each apply would undo it. 0 is a person's decision.
 */
final class StaticReplicasRule implements Rule<Workload> {

  private static final FieldPath REPLICAS = FieldPath.of("spec.replicas");

  @Override
  public Set<RuleId> ids() {
    return Set.of(RuleId.STATIC_REPLICAS);
  }

  @Override
  public void check(Inspection<Workload> inspection, Consumer<Violation> report) {
    Workload workload = inspection.subject();
    List<Rival> autoscalers = inspection.surroundings().rivals();
    int replicas = workload.replicas().orElse(1);
    if (autoscalers.isEmpty() || !workload.replicasDeclared() || replicas == 0) {
      return;
    }
    String autoscaler = autoscalers.get(0).describe();
    report.accept(
        Violation.of(
                RuleId.STATIC_REPLICAS,
                REPLICAS,
                Integer.toString(replicas),
                "no replicas in the manifest, since " + autoscaler + " sets them",
                "remove spec.replicas from the manifest")
            .because("the manifest sets spec.replicas, which " + autoscaler + " sets too"));
  }
}
