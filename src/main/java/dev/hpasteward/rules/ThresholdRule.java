package dev.hpasteward.rules;

import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.Direction;
import dev.hpasteward.model.FieldPath;
import dev.hpasteward.model.Metric;
import dev.hpasteward.model.Trigger;
import dev.hpasteward.policy.ResourceThresholds;
import dev.hpasteward.policy.RuleId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * {@code scale-up-threshold}, {@code scale-down-threshold}: where the HPA really scales, computed
 * from target and tolerance, is where the strategy says.
 */
final class ThresholdRule implements Rule<Autoscaler> {

  /** With tolerance 0 a target of 50 scales up at 51: one point late is as near as an HPA gets. */
  private static final int NEAR_ENOUGH = 1;

  @Override
  public Set<RuleId> ids() {
    return Set.of(RuleId.SCALE_UP_THRESHOLD, RuleId.SCALE_DOWN_THRESHOLD);
  }

  /** A utilization target of a documented resource. */
  private record Judged(FieldPath path, String resource, int target, ResourceThresholds limits) {}

  @Override
  public void check(Inspection<Autoscaler> inspection, Consumer<Violation> report) {
    List<Judged> judged = judged(inspection);
    judged.forEach(metric -> scaleUp(inspection, metric, report));
    List<Judged> limitedDown =
        judged.stream().filter(metric -> metric.limits().scaleDownAt().isPresent()).toList();
    limitedDown.forEach(metric -> scaleDown(inspection, metric, limitedDown, report));
  }

  private static List<Judged> judged(Inspection<Autoscaler> inspection) {
    // A target that is out of bounds has its finding already: what it triggers is no news.
    List<Judged> judged = new ArrayList<>();
    for (Metric metric : inspection.subject().metrics()) {
      if (metric instanceof Metric.OfResource of
          && of.target().averageUtilization().orElse(0) > 0) {
        Optional<ResourceThresholds> limits = inspection.type().thresholds(of.resource());
        limits
            .filter(l -> l.allowsTarget(of.target().averageUtilization().getAsInt()))
            .ifPresent(
                found ->
                    judged.add(
                        new Judged(
                            of.target().path(),
                            of.resource(),
                            of.target().averageUtilization().getAsInt(),
                            found)));
      }
    }
    return judged;
  }

  private static void scaleUp(
      Inspection<Autoscaler> inspection, Judged metric, Consumer<Violation> report) {
    double tolerance =
        EffectiveBehavior.tolerance(inspection.subject(), Direction.UP, inspection.controller());
    int documented = metric.limits().scaleUpAt();
    int real = Trigger.scaleUpAt(metric.target(), tolerance);
    if (real <= documented + NEAR_ENOUGH) {
      return;
    }
    String fix =
        inspection.surroundings().tolerancesKept()
            ? "set spec.behavior.scaleUp.tolerance to 0"
            : "set averageUtilization to "
                + Trigger.targetScalingUpAt(documented, inspection.controller().tolerance());
    report.accept(
        Violation.of(
                RuleId.SCALE_UP_THRESHOLD,
                metric.path(),
                "scales up at " + real + " %",
                "at " + documented + " %",
                fix)
            .because(
                "%s target %d with tolerance %s scales up at %d %%, documented is %d %%"
                    .formatted(
                        metric.resource(), metric.target(), text(tolerance), real, documented))
            .distance(real - documented));
  }

  private static void scaleDown(
      Inspection<Autoscaler> inspection,
      Judged metric,
      List<Judged> all,
      Consumer<Violation> report) {
    double tolerance =
        EffectiveBehavior.tolerance(inspection.subject(), Direction.DOWN, inspection.controller());
    int documented = metric.limits().scaleDownAt().orElseThrow();
    int real = Trigger.scaleDownAt(metric.target(), tolerance);
    if (real <= documented) {
      return;
    }
    report.accept(
        Violation.of(
                RuleId.SCALE_DOWN_THRESHOLD,
                metric.path(),
                "scales down at " + real + " %",
                "at or below " + documented + " %",
                scaleDownFix(inspection, all))
            .because(
                "%s target %d with tolerance %s scales down at %d %%, documented is %d %%"
                    .formatted(
                        metric.resource(), metric.target(), text(tolerance), real, documented))
            .distance(real - documented));
  }

  private static String scaleDownFix(Inspection<Autoscaler> inspection, List<Judged> all) {
    if (!inspection.surroundings().tolerancesKept()) {
      return "needs scaleDown.tolerance, which this cluster lacks (Kubernetes 1.35 has it)";
    }
    List<Trigger.Limit> limits =
        all.stream()
            .map(m -> new Trigger.Limit(m.target(), m.limits().scaleDownAt().orElseThrow()))
            .toList();
    return "set spec.behavior.scaleDown.tolerance to "
        + Trigger.scaleDownTolerance(limits).orElseThrow();
  }

  private static String text(double tolerance) {
    return tolerance == 0 ? "0" : Double.toString(tolerance);
  }
}
