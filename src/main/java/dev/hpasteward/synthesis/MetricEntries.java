package dev.hpasteward.synthesis;

import dev.hpasteward.model.Quantity;
import dev.hpasteward.policy.CapacityMetric;
import dev.hpasteward.policy.Encoding;
import dev.hpasteward.policy.Resource;
import java.util.Map;

/** Entries of {@code spec.metrics} as the policy wants them, in the words of autoscaling/v2. */
final class MetricEntries {

  private MetricEntries() {}

  static Map<String, Object> of(Resource resource, int target) {
    return Map.of(
        "type",
        "Resource",
        "resource",
        Map.of(
            "name",
            resource.id(),
            "target",
            Map.of("type", "Utilization", "averageUtilization", target)));
  }

  static Map<String, Object> of(CapacityMetric capacity) {
    return capacity.encoding() == Encoding.HEADROOM
        ? custom("External", "external", capacity.headroomName(), "1")
        : custom(
            "Pods", "pods", capacity.name(), Quantity.of(capacity.scaleUpAtOrBelow()).toString());
  }

  private static Map<String, Object> custom(
      String type, String field, String name, String averageValue) {
    return Map.of(
        "type",
        type,
        field,
        Map.of(
            "metric",
            Map.of("name", name),
            "target",
            Map.of("type", "AverageValue", "averageValue", averageValue)));
  }
}
