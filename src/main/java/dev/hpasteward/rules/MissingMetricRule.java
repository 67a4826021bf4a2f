package dev.hpasteward.rules;

import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.FieldPath;
import dev.hpasteward.model.Metric;
import dev.hpasteward.model.Quantity;
import dev.hpasteward.policy.CapacityMetric;
import dev.hpasteward.policy.Encoding;
import dev.hpasteward.policy.Resource;
import dev.hpasteward.policy.RuleId;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** {@code missing-metric}: every documented metric is there, placeholders aside. */
final class MissingMetricRule implements Rule<Autoscaler> {

  private static final FieldPath METRICS = FieldPath.of("spec.metrics");

  @Override
  public Set<RuleId> ids() {
    return Set.of(RuleId.MISSING_METRIC);
  }

  @Override
  public void check(Inspection<Autoscaler> inspection, Consumer<Violation> report) {
    List<Metric> metrics = inspection.subject().metrics();
    inspection
        .type()
        .resources()
        .forEach(
            (resource, thresholds) -> {
              if (metrics.stream().noneMatch(metric -> metric.isResource(resource.id()))) {
                report.accept(missingResource(resource, thresholds.scaleUpAt()));
              }
            });
    for (CapacityMetric capacity : inspection.type().capacityMetrics()) {
      if (!capacity.placeholder()
          && metrics.stream().noneMatch(metric -> CapacityForms.isEither(metric, capacity))) {
        report.accept(missingCapacity(capacity));
      }
    }
  }

  private static Violation missingResource(Resource resource, int target) {
    return Violation.of(
        RuleId.MISSING_METRIC,
        METRICS,
        "no " + resource.id() + " metric",
        "Resource " + resource.id() + ", averageUtilization " + target,
        "add - {type: Resource, resource: {name: "
            + resource.id()
            + ", target: {type: Utilization, averageUtilization: "
            + target
            + "}}}");
  }

  private static Violation missingCapacity(CapacityMetric capacity) {
    boolean headroom = capacity.encoding() == Encoding.HEADROOM;
    String type = headroom ? "External" : "Pods";
    String name = headroom ? capacity.headroomName() : capacity.name();
    String value = headroom ? "1" : Quantity.of(capacity.scaleUpAtOrBelow()).toString();
    return Violation.of(
        RuleId.MISSING_METRIC,
        METRICS,
        "no " + name + " metric",
        type + " " + name + ", averageValue " + value,
        "add - {type: "
            + type
            + ", "
            + (headroom ? "external" : "pods")
            + ": {metric: {name: "
            + name
            + "}, target: {type: AverageValue, averageValue: \""
            + value
            + "\"}}}");
  }
}
