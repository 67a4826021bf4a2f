package dev.hpasteward.rules;

import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.Excerpt;
import dev.hpasteward.model.FieldPath;
import dev.hpasteward.policy.RuleId;
import java.util.Set;
import java.util.function.Consumer;

/**
 * {@code vertical-autoscaler}: no VerticalPodAutoscaler changes the requests that this HPA's
 * utilization is measured against.
 */
final class VerticalAutoscalerRule implements Rule<Autoscaler> {

  private static final FieldPath TARGET = FieldPath.of("spec.scaleTargetRef");

  @Override
  public Set<RuleId> ids() {
    return Set.of(RuleId.VERTICAL_AUTOSCALER);
  }

  @Override
  public void check(Inspection<Autoscaler> inspection, Consumer<Violation> report) {
    for (String name : inspection.surroundings().verticalAutoscalers()) {
      String vertical = "VerticalPodAutoscaler " + Excerpt.plain(name);
      report.accept(
          Violation.of(
                  RuleId.VERTICAL_AUTOSCALER,
                  TARGET,
                  vertical + " on the same target",
                  "requests that stay as they are",
                  "set its updateMode to Off, or leave CPU and memory out of its controlledResources")
              .because(vertical + " changes the requests that utilization is measured against"));
    }
  }
}
