package dev.hpasteward.rules;

import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.Direction;
import dev.hpasteward.policy.RuleId;
import java.util.Set;
import java.util.function.Consumer;

/** {@code scale-up-disabled}, {@code scale-down-disabled}: scaling is not switched off. */
final class DisabledScalingRule implements Rule<Autoscaler> {

  @Override
  public Set<RuleId> ids() {
    return Set.of(RuleId.SCALE_UP_DISABLED, RuleId.SCALE_DOWN_DISABLED);
  }

  @Override
  public void check(Inspection<Autoscaler> inspection, Consumer<Violation> report) {
    check(inspection.subject(), Direction.UP, RuleId.SCALE_UP_DISABLED, report);
    check(inspection.subject(), Direction.DOWN, RuleId.SCALE_DOWN_DISABLED, report);
  }

  private static void check(
      Autoscaler autoscaler, Direction direction, RuleId rule, Consumer<Violation> report) {
    if (autoscaler.rules(direction).disabled()) {
      report.accept(
          Violation.of(
                  rule,
                  direction.path().field("selectPolicy"),
                  "Disabled",
                  "Max or Min",
                  "set it to Max or remove it")
              .correctedBy("Max"));
    }
  }
}
