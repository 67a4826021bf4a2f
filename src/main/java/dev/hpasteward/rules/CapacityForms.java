package dev.hpasteward.rules;

import dev.hpasteward.model.Metric;
import dev.hpasteward.policy.CapacityMetric;

/** Which entry of an autoscaler is a free-capacity metric of the policy, and in which form. */
final class CapacityForms {

  private CapacityForms() {}

  /** As the strategy writes it. With a selector it would be another metric. */
  static boolean isDocumented(Metric metric, CapacityMetric capacity) {
    return metric.isPods(capacity.name());
  }

  /** The External metric that says how many workers are needed. */
  static boolean isHeadroom(Metric metric, CapacityMetric capacity) {
    return metric.isExternal(capacity.headroomName());
  }

  static boolean isEither(Metric metric, CapacityMetric capacity) {
    return isDocumented(metric, capacity) || isHeadroom(metric, capacity);
  }
}
