package dev.hpasteward.simulation.controller;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An HPA as the controller reads it.
 *
 * @param namespace its namespace
 * @param name its name
 * @param target what it scales
 * @param minReplicas at least 0; 1 where the HPA says nothing
 * @param maxReplicas at least 1
 * @param metrics at least one, as the API server sees to
 * @param behavior null where the HPA has none, which is not the same as one that is filled in
 */
public record AutoscalerSpec(
    String namespace,
    String name,
    ObjectReference target,
    int minReplicas,
    int maxReplicas,
    List<MetricSpec> metrics,
    @Nullable Behavior behavior) {

  public AutoscalerSpec {
    metrics = List.copyOf(metrics);
    if (metrics.isEmpty()) {
      throw new IllegalArgumentException("an autoscaler without metrics");
    }
  }

  /** As errors name the target. */
  String reference() {
    return target.kind() + "/" + namespace + "/" + target.name();
  }

  /** Whether pods are not all that it looks at, so that it may scale to and from zero. */
  boolean looksOutside() {
    for (MetricSpec metric : metrics) {
      MetricType type = metric.source().type();
      if (type == MetricType.OBJECT || type == MetricType.EXTERNAL) {
        return true;
      }
    }
    return false;
  }
}
