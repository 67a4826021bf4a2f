package dev.hpasteward.rules;

import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.Direction;
import dev.hpasteward.model.Trigger;
import dev.hpasteward.policy.RuleId;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * {@code scale-down-threshold}: the HPA really scales down only where the strategy says, computed
 * from target and effective tolerance.
 */
final class ScaleDownThresholdRule implements Rule<Autoscaler> {
  @Override
  public Set<RuleId> ids() {
    return Set.of(RuleId.SCALE_DOWN_THRESHOLD);
  }

  @Override
  public void check(Inspection<Autoscaler> inspection, Consumer<Violation> report) {
    if (inspection.subject().scaleDown().disabled()) {
      return;
    }
    double tolerance = EffectiveBehavior.tolerance(inspection, Direction.DOWN);
    List<AllowedTarget> limited =
        AllowedTarget.of(inspection).stream()
            .filter(target -> target.thresholds().scaleDownAt().isPresent())
            .toList();
    for (AllowedTarget target : limited) {
      int real = Trigger.scaleDownAt(target.percent(), tolerance);
      if (real > documented(target)) {
        report.accept(early(inspection, target, real, fix(inspection, limited)));
      }
    }
  }

  private static Violation early(
      Inspection<Autoscaler> inspection, AllowedTarget target, int real, String fix) {
    return Violation.of(
            RuleId.SCALE_DOWN_THRESHOLD,
            target.path(),
            "scales down at " + real + " %",
            "at or below " + documented(target) + " %",
            fix)
        .because(
            "%s target %d with tolerance %s scales down at %d %%, documented is %d %%"
                .formatted(
                    target.resource(),
                    target.percent(),
                    EffectiveBehavior.toleranceText(inspection, Direction.DOWN),
                    real,
                    documented(target)))
        .distance(real - documented(target));
  }

  /** One tolerance holds for all metrics. */
  private static String fix(Inspection<Autoscaler> inspection, List<AllowedTarget> limited) {
    if (!inspection.surroundings().tolerancesKept()) {
      return "needs scaleDown.tolerance, which this cluster lacks (Kubernetes 1.35 has it)";
    }
    List<Trigger.Limit> limits =
        limited.stream()
            .map(target -> new Trigger.Limit(target.percent(), documented(target)))
            .toList();
    return "set spec.behavior.scaleDown.tolerance to "
        + Trigger.scaleDownTolerance(limits).orElseThrow();
  }

  private static int documented(AllowedTarget target) {
    return target.thresholds().scaleDownAt().orElseThrow();
  }
}
