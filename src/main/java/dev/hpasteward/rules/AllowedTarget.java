package dev.hpasteward.rules;

import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.FieldPath;
import dev.hpasteward.model.Metric;
import dev.hpasteward.policy.ResourceThresholds;
import java.util.ArrayList;
import java.util.List;

/**
 * A utilization target that the strategy allows. One out of bounds has its finding already: what it
 * triggers is no news.
 *
 * @param path where the target stands
 * @param resource the resource's Kubernetes name
 * @param percent the target
 * @param thresholds what the strategy says of the resource
 */
record AllowedTarget(FieldPath path, String resource, int percent, ResourceThresholds thresholds) {

  /** All of an autoscaler's, in its order. */
  static List<AllowedTarget> of(Inspection<Autoscaler> inspection) {
    List<AllowedTarget> targets = new ArrayList<>();
    for (Metric metric : inspection.subject().metrics()) {
      if (metric instanceof Metric.OfResource of) {
        int percent = of.target().averageUtilization().orElse(0);
        inspection
            .type()
            .thresholds(of.resource())
            .filter(thresholds -> thresholds.allowsTarget(percent))
            .map(
                thresholds ->
                    new AllowedTarget(of.target().path(), of.resource(), percent, thresholds))
            .ifPresent(targets::add);
      }
    }
    return targets;
  }
}
