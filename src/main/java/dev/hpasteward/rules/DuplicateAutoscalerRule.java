package dev.hpasteward.rules;

import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.Excerpt;
import dev.hpasteward.model.FieldPath;
import dev.hpasteward.model.Rival;
import dev.hpasteward.model.TargetReference;
import dev.hpasteward.policy.RuleId;
import java.util.Set;
import java.util.function.Consumer;

/**
 * {@code duplicate-autoscaler}: nothing else scales the same workload. Of two HPAs on one target
 * the controller stops both (AmbiguousSelector).
 */
final class DuplicateAutoscalerRule implements Rule<Autoscaler> {

  private static final FieldPath TARGET = FieldPath.of("spec.scaleTargetRef");

  @Override
  public Set<RuleId> ids() {
    return Set.of(RuleId.DUPLICATE_AUTOSCALER);
  }

  @Override
  public void check(Inspection<Autoscaler> inspection, Consumer<Violation> report) {
    TargetReference reference = inspection.subject().target();
    String target = Excerpt.plain(reference.kind()) + " " + Excerpt.plain(reference.name());
    for (Rival rival : inspection.surroundings().rivals()) {
      report.accept(
          Violation.of(
              RuleId.DUPLICATE_AUTOSCALER,
              TARGET,
              target + ", which " + rival.describe() + " scales too",
              "one autoscaler for each workload",
              "delete " + rival.describe() + ", or change that one instead"));
    }
  }
}
