package dev.hpasteward.model;

import java.util.List;
import java.util.OptionalInt;

/**
 * A HorizontalPodAutoscaler of {@code autoscaling/v2}.
 *
 * @param metadata what it says about itself
 * @param writtenAs the apiVersion that its author used, {@code autoscaling/v2} or {@code
 *     autoscaling/v1}: the API server converts the latter
 * @param target what it scales
 * @param minReplicas at least 0; the API server's default is 1
 * @param maxReplicas at least {@code minReplicas}; empty where it is missing, which the API server
 *     refuses
 * @param metrics in the author's order
 * @param scaleUp how it scales up
 * @param scaleDown how it scales down
 * @param appliedBySteward whether our reconciler applied it: {@code metadata.managedFields} says
 *     so, which no manifest can
 */
public record Autoscaler(
    Metadata metadata,
    String writtenAs,
    TargetReference target,
    OptionalInt minReplicas,
    OptionalInt maxReplicas,
    List<Metric> metrics,
    ScalingRules scaleUp,
    ScalingRules scaleDown,
    boolean appliedBySteward)
    implements Subject {

  public Autoscaler {
    metrics = List.copyOf(metrics);
  }

  /** One that our reconciler did not apply. */
  public Autoscaler(
      Metadata metadata,
      String writtenAs,
      TargetReference target,
      OptionalInt minReplicas,
      OptionalInt maxReplicas,
      List<Metric> metrics,
      ScalingRules scaleUp,
      ScalingRules scaleDown) {
    this(metadata, writtenAs, target, minReplicas, maxReplicas, metrics, scaleUp, scaleDown, false);
  }

  @Override
  public String kind() {
    return "HorizontalPodAutoscaler";
  }

  public ScalingRules rules(Direction direction) {
    return direction == Direction.UP ? scaleUp : scaleDown;
  }

  /** minReplicas, or what the API server takes for it. */
  public int effectiveMinReplicas() {
    return minReplicas.orElse(1);
  }
}
