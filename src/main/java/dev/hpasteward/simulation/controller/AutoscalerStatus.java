package dev.hpasteward.simulation.controller;

import java.util.List;

/**
 * {@code status} of an HPA.
 *
 * @param currentReplicas how many pods were wanted before the decision
 * @param desiredReplicas how many are wanted since
 * @param conditions in the order in which they first appeared
 * @param metrics one for each of {@code spec.metrics}; empty where they were not asked for
 * @param lastScaleTime when it last scaled, in nanoseconds, or {@link Pod#NEVER}
 */
public record AutoscalerStatus(
    int currentReplicas,
    int desiredReplicas,
    List<Condition> conditions,
    List<MetricStatus> metrics,
    long lastScaleTime) {

  /** Of a new HPA. */
  public static final AutoscalerStatus EMPTY =
      new AutoscalerStatus(0, 0, List.of(), List.of(), Pod.NEVER);

  public AutoscalerStatus {
    conditions = List.copyOf(conditions);
    metrics = List.copyOf(metrics);
  }
}
