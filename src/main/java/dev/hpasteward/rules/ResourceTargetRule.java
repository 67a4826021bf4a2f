package dev.hpasteward.rules;

import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.FieldPath;
import dev.hpasteward.model.Metric;
import dev.hpasteward.policy.Resource;
import dev.hpasteward.policy.ResourceThresholds;
import dev.hpasteward.policy.RuleId;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * {@code cpu-target}, {@code memory-target}: a utilization target lies above the documented
 * scale-down threshold and not above the scale-up threshold. {@code metric-type}: what the strategy
 * gives in per cent is a utilization.
 */
final class ResourceTargetRule implements Rule<Autoscaler> {

  /** What the API server fills in for an empty list of metrics. */
  private static final int KUBERNETES_DEFAULT = 80;

  @Override
  public Set<RuleId> ids() {
    return Set.of(RuleId.CPU_TARGET, RuleId.MEMORY_TARGET, RuleId.METRIC_TYPE);
  }

  @Override
  public void check(Inspection<Autoscaler> inspection, Consumer<Violation> report) {
    for (Metric metric : inspection.subject().metrics()) {
      if (metric instanceof Metric.OfResource of) {
        inspection
            .type()
            .thresholds(of.resource())
            .ifPresent(thresholds -> check(of, thresholds, report));
      }
    }
  }

  private static void check(
      Metric.OfResource metric, ResourceThresholds thresholds, Consumer<Violation> report) {
    FieldPath path = metric.target().path().field("averageUtilization");
    if (metric.target().averageUtilization().isEmpty()) {
      report.accept(notUtilization(metric, thresholds));
      return;
    }
    int target = metric.target().averageUtilization().getAsInt();
    if (thresholds.allowsTarget(target)) {
      return;
    }
    String fix = "set it to " + thresholds.scaleUpAt();
    if (mayBeDefaulted(metric, target)) {
      fix += "; " + KUBERNETES_DEFAULT + " is also what Kubernetes fills in if no metric is listed";
    }
    int far =
        target > thresholds.scaleUpAt()
            ? target - thresholds.scaleUpAt()
            : thresholds.lowestTarget() - target;
    report.accept(
        Violation.of(
                Resource.of(metric.resource()).orElseThrow().targetRule(),
                path,
                Integer.toString(target),
                allowed(thresholds),
                fix)
            .distance(far)
            .correctedBy(thresholds.scaleUpAt()));
  }

  /** Other metrics tell nothing: they may have been filled in beside the default. */
  private static boolean mayBeDefaulted(Metric.OfResource metric, int target) {
    return metric instanceof Metric.Resource
        && metric.resource().equals(Resource.CPU.id())
        && target == KUBERNETES_DEFAULT;
  }

  private static Violation notUtilization(Metric.OfResource metric, ResourceThresholds thresholds) {
    return Violation.of(
            RuleId.METRIC_TYPE,
            metric.target().path(),
            metric.target().describe(),
            "averageUtilization " + allowed(thresholds),
            "replace it with type: Utilization, averageUtilization: " + thresholds.scaleUpAt())
        .correctedBy(Map.of("type", "Utilization", "averageUtilization", thresholds.scaleUpAt()));
  }

  private static String allowed(ResourceThresholds thresholds) {
    return thresholds.scaleDownAt().isPresent()
        ? thresholds.lowestTarget() + " to " + thresholds.scaleUpAt()
        : "at most " + thresholds.scaleUpAt();
  }
}
