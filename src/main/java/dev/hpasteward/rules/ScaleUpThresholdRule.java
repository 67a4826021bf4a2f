package dev.hpasteward.rules;

import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.Direction;
import dev.hpasteward.model.Trigger;
import dev.hpasteward.policy.RuleId;
import java.util.Set;
import java.util.function.Consumer;

/**
 * {@code scale-up-threshold}: the HPA really scales up where the strategy says, computed from
 * target and effective tolerance.
 */
final class ScaleUpThresholdRule implements Rule<Autoscaler> {
  /** With tolerance 0 a target of 50 scales up at 51: one point late is as near as an HPA gets. */
  private static final int NEAR_ENOUGH = 1;

  @Override
  public Set<RuleId> ids() {
    return Set.of(RuleId.SCALE_UP_THRESHOLD);
  }

  @Override
  public void check(Inspection<Autoscaler> inspection, Consumer<Violation> report) {
    if (inspection.subject().scaleUp().disabled()) {
      return;
    }
    double tolerance = EffectiveBehavior.tolerance(inspection, Direction.UP);
    for (AllowedTarget target : AllowedTarget.of(inspection)) {
      int real = Trigger.scaleUpAt(target.percent(), tolerance);
      if (real > target.thresholds().scaleUpAt() + NEAR_ENOUGH) {
        report.accept(late(inspection, target, real));
      }
    }
  }

  private static Violation late(Inspection<Autoscaler> inspection, AllowedTarget target, int real) {
    int documented = target.thresholds().scaleUpAt();
    String found = real == Trigger.NEVER ? "never scales up" : "scales up at " + real + " %";
    return Violation.of(
            RuleId.SCALE_UP_THRESHOLD,
            target.path(),
            found,
            "at " + documented + " %",
            fix(inspection, target))
        .because(
            "%s target %d with tolerance %s %s, documented is %d %%"
                .formatted(
                    target.resource(),
                    target.percent(),
                    EffectiveBehavior.toleranceText(inspection, Direction.UP),
                    found,
                    documented))
        .distance(real - documented);
  }

  private static String fix(Inspection<Autoscaler> inspection, AllowedTarget target) {
    return inspection.surroundings().tolerancesKept()
        ? "set spec.behavior.scaleUp.tolerance to 0"
        : "set averageUtilization to "
            + Trigger.targetScalingUpAt(
                target.thresholds().scaleUpAt(), inspection.controller().tolerance());
  }
}
