package dev.hpasteward.rules;

import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.Metric;
import dev.hpasteward.model.Quantity;
import dev.hpasteward.policy.CapacityMetric;
import dev.hpasteward.policy.RuleId;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * {@code custom-metric-target}: a free-capacity metric has the documented value, or the headroom
 * form's. {@code metric-type}: it is an AverageValue. {@code inverted-metric}: the documented form
 * never scales up.
 */
final class CapacityMetricRule implements Rule<Autoscaler> {

  @Override
  public Set<RuleId> ids() {
    return Set.of(RuleId.CUSTOM_METRIC_TARGET, RuleId.METRIC_TYPE, RuleId.INVERTED_METRIC);
  }

  @Override
  public void check(Inspection<Autoscaler> inspection, Consumer<Violation> report) {
    for (Metric metric : inspection.subject().metrics()) {
      for (CapacityMetric capacity : inspection.type().capacityMetrics()) {
        if (CapacityForms.isDocumented(metric, capacity)) {
          documented((Metric.Pods) metric, capacity, report);
        } else if (CapacityForms.isHeadroom(metric, capacity)) {
          headroom((Metric.External) metric, report);
        }
      }
    }
  }

  private static void documented(
      Metric.Pods metric, CapacityMetric capacity, Consumer<Violation> report) {
    String from = Quantity.of(capacity.scaleUpAtOrBelow()).toString();
    String below = Quantity.of(capacity.scaleDownAtOrAbove()).toString();
    String allowed = "averageValue at least " + from + " and below " + below;
    Optional<Quantity> value = metric.target().averageValue();
    if (value.isEmpty()) {
      report.accept(notAnAverage(metric, allowed, from));
    } else if (!capacity.allowsDocumentedValue(value.get().value())) {
      BigDecimal found = value.get().value();
      BigDecimal far =
          found.compareTo(capacity.scaleUpAtOrBelow()) < 0
              ? capacity.scaleUpAtOrBelow().subtract(found)
              : found.subtract(capacity.scaleDownAtOrAbove());
      report.accept(
          Violation.of(
                  RuleId.CUSTOM_METRIC_TARGET,
                  metric.target().path().field("averageValue"),
                  value.get().toString(),
                  "at least " + from + " and below " + below,
                  "set it to " + from)
              .distance(far.doubleValue())
              .correctedBy(from));
    }
    report.accept(inverted(metric, capacity));
  }

  private static void headroom(Metric.External metric, Consumer<Violation> report) {
    Optional<Quantity> value = metric.target().averageValue();
    if (value.isEmpty()) {
      report.accept(notAnAverage(metric, "averageValue 1", "1"));
    } else if (value.get().value().compareTo(BigDecimal.ONE) != 0) {
      report.accept(
          Violation.of(
                  RuleId.CUSTOM_METRIC_TARGET,
                  metric.target().path().field("averageValue"),
                  value.get().toString(),
                  "1, since the metric counts the replicas needed",
                  "set it to 1")
              .distance(value.get().value().subtract(BigDecimal.ONE).abs().doubleValue())
              .correctedBy("1"));
    }
  }

  private static Violation notAnAverage(Metric.Custom metric, String allowed, String value) {
    return Violation.of(
            RuleId.METRIC_TYPE,
            metric.target().path(),
            metric.target().describe(),
            allowed,
            "replace it with type: AverageValue, averageValue: " + value)
        .correctedBy(Map.of("type", "AverageValue", "averageValue", value));
  }

  private static Violation inverted(Metric.Pods metric, CapacityMetric capacity) {
    return Violation.of(
            RuleId.INVERTED_METRIC,
            metric.path(),
            "Pods " + capacity.name(),
            "External " + capacity.headroomName() + ", averageValue 1",
            "use External "
                + capacity.headroomName()
                + " with averageValue 1 (headroom form): it rises with load")
        .because(capacity.name() + " falls as load rises, so the HPA never scales up on it");
  }
}
