package dev.hpasteward.synthesis;

import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.Edit;
import dev.hpasteward.model.FieldPath;
import dev.hpasteward.model.Metric;
import dev.hpasteward.policy.CapacityMetric;
import dev.hpasteward.policy.ServiceTypePolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The documented metrics that an autoscaler lacks. A placeholder is nothing to add. */
final class MissingMetrics {

  private static final FieldPath METRICS = FieldPath.of("spec.metrics");

  private MissingMetrics() {}

  static List<Edit> edits(Autoscaler autoscaler, ServiceTypePolicy type) {
    List<Map<String, Object>> missing = new ArrayList<>();
    type.resources()
        .forEach(
            (resource, thresholds) -> {
              if (autoscaler.metrics().stream()
                  .noneMatch(metric -> metric.isResource(resource.id()))) {
                missing.add(MetricEntries.of(resource, thresholds.scaleUpAt()));
              }
            });
    for (CapacityMetric capacity : type.capacityMetrics()) {
      if (!capacity.placeholder()
          && autoscaler.metrics().stream().noneMatch(metric -> isOf(metric, capacity))) {
        missing.add(MetricEntries.of(capacity));
      }
    }
    List<Edit> edits = new ArrayList<>();
    for (int i = 0; i < missing.size(); i++) {
      edits.add(new Edit(METRICS.index(autoscaler.metrics().size() + i), missing.get(i)));
    }
    return edits;
  }

  private static boolean isOf(Metric metric, CapacityMetric capacity) {
    return metric.isPods(capacity.name()) || metric.isExternal(capacity.headroomName());
  }
}
