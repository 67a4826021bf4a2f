package dev.hpasteward.rules;

import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.FieldPath;
import dev.hpasteward.model.Metric;
import dev.hpasteward.policy.ResourceThresholds;
import java.util.ArrayList;
import java.util.List;

/**
 * A utilization target of a resource that the strategy gives thresholds for.
 *
 * @param path where the target stands
 * @param resource the resource's Kubernetes name
 * @param percent the target, at least 1
 * @param thresholds what the strategy says
 */
record UtilizationTarget(
    FieldPath path, String resource, int percent, ResourceThresholds thresholds) {

  /** All of an autoscaler's, in its order. */
  static List<UtilizationTarget> of(Inspection<Autoscaler> inspection) {
    List<UtilizationTarget> targets = new ArrayList<>();
    for (Metric metric : inspection.subject().metrics()) {
      if (metric instanceof Metric.OfResource of) {
        int percent = of.target().averageUtilization().orElse(0);
        inspection
            .type()
            .thresholds(of.resource())
            .filter(thresholds -> percent > 0)
            .map(
                thresholds ->
                    new UtilizationTarget(of.target().path(), of.resource(), percent, thresholds))
            .ifPresent(targets::add);
      }
    }
    return targets;
  }

  /** Whether it lies above the documented scale-up threshold, which draws a finding of its own. */
  boolean tooHigh() {
    return percent > thresholds.scaleUpAt();
  }
}
