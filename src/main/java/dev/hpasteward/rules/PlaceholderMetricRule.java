package dev.hpasteward.rules;

import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.FieldPath;
import dev.hpasteward.model.Metric;
import dev.hpasteward.policy.CapacityMetric;
import dev.hpasteward.policy.RuleId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * {@code placeholder-metric}: the strategy demands a custom metric and gives only a placeholder for
 * its name. An HPA with that very name is told so, since an HPA with a metric that nobody serves
 * never scales down; one without any custom metric is reminded.
 */
final class PlaceholderMetricRule implements Rule<Autoscaler> {

  private static final FieldPath METRICS = FieldPath.of("spec.metrics");

  @Override
  public Set<RuleId> ids() {
    return Set.of(RuleId.PLACEHOLDER_METRIC);
  }

  @Override
  public void check(Inspection<Autoscaler> inspection, Consumer<Violation> report) {
    List<Metric> metrics = inspection.subject().metrics();
    for (CapacityMetric capacity : inspection.type().capacityMetrics()) {
      if (!capacity.placeholder()) {
        continue;
      }
      Optional<Metric> literal =
          metrics.stream()
              .filter(metric -> CapacityForms.isDocumented(metric, capacity))
              .findFirst();
      if (literal.isPresent()) {
        report.accept(literal(literal.get().path(), capacity));
      } else if (metrics.stream().noneMatch(Metric.Custom.class::isInstance)) {
        report.accept(none(capacity));
      }
    }
  }

  private static Violation literal(FieldPath path, CapacityMetric capacity) {
    return Violation.of(
            RuleId.PLACEHOLDER_METRIC,
            path,
            "the placeholder " + capacity.name(),
            "the name of the real metric",
            "name the real metric here and in the policy")
        .because(
            capacity.name()
                + " is a placeholder: while nobody serves it, the HPA never scales down");
  }

  private static Violation none(CapacityMetric capacity) {
    return Violation.of(
            RuleId.PLACEHOLDER_METRIC,
            METRICS,
            "no custom metric",
            "a free-capacity metric",
            "add the real metric and name it in the policy")
        .because(
            "the strategy asks for a free-capacity metric; its name there, "
                + capacity.name()
                + ", is a placeholder");
  }
}
