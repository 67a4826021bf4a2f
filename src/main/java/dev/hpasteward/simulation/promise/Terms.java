package dev.hpasteward.simulation.promise;

import dev.hpasteward.model.RatePolicy;
import dev.hpasteward.model.Trigger;
import dev.hpasteward.simulation.controller.AutoscalerSpec;
import dev.hpasteward.simulation.controller.Behavior;
import dev.hpasteward.simulation.controller.MetricSpec;
import dev.hpasteward.simulation.controller.MetricTarget;
import dev.hpasteward.simulation.controller.MetricType;
import dev.hpasteward.simulation.controller.Tolerances;
import dev.hpasteward.simulation.run.DocumentedMetric;
import dev.hpasteward.simulation.run.RunPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/** What a plan's HPA can and must do, as far as promises ask. Times are in nanoseconds. */
final class Terms {

  /** How an HPA says what the strategy says of a metric. */
  enum Form {
    /** A target in per cent of requests. */
    UTILIZATION,
    /** An amount of a resource, which the strategy states in per cent of requests. */
    AMOUNT,
    /** A Pods metric of what is free, as the strategy's snippet has it. */
    DOCUMENTED,
    /** An External metric of what is needed. */
    HEADROOM,
    /** Not at all. */
    ABSENT
  }

  private final RunPlan plan;
  private final AutoscalerSpec autoscaler;
  private final List<DocumentedMetric> metrics;
  private final Tolerances tolerances;

  Terms(RunPlan plan) {
    this.plan = plan;
    this.autoscaler = plan.autoscaler();
    this.metrics = DocumentedMetric.of(plan.type());
    this.tolerances = Tolerances.inForce(plan.flags(), autoscaler.behavior());
  }

  RunPlan plan() {
    return plan;
  }

  AutoscalerSpec autoscaler() {
    return autoscaler;
  }

  List<DocumentedMetric> metrics() {
    return metrics;
  }

  Tolerances tolerances() {
    return tolerances;
  }

  Form form(DocumentedMetric metric) {
    return switch (metric.unit()) {
      case PERCENT ->
          target(metric).isPresent()
              ? Form.UTILIZATION
              : hasResource(metric.name()) ? Form.AMOUNT : Form.ABSENT;
      case FREE_PODS ->
          has(MetricType.EXTERNAL, metric.headroomName())
              ? Form.HEADROOM
              : has(MetricType.PODS, metric.name()) ? Form.DOCUMENTED : Form.ABSENT;
    };
  }

  private boolean has(MetricType type, String name) {
    return autoscaler.metrics().stream()
        .anyMatch(spec -> spec.source().type() == type && spec.source().name().equals(name));
  }

  private boolean hasResource(String name) {
    return has(MetricType.RESOURCE, name) || has(MetricType.CONTAINER_RESOURCE, name);
  }

  /** The HPA's target for a resource, in per cent; the lowest if there are several. */
  Optional<Integer> target(DocumentedMetric metric) {
    return autoscaler.metrics().stream()
        .filter(spec -> isUtilization(spec) && spec.source().name().equals(metric.name()))
        .map(spec -> (int) spec.target().amount())
        .min(Integer::compare);
  }

  /** The highest per cent at which the HPA scales down on a resource; empty for other metrics. */
  OptionalInt scaleDownAt(DocumentedMetric metric) {
    Optional<Integer> target = target(metric);
    return metric.unit() == DocumentedMetric.Unit.PERCENT && target.isPresent()
        ? OptionalInt.of(Trigger.scaleDownAt(target.get(), tolerances.down()))
        : OptionalInt.empty();
  }

  private static boolean isUtilization(MetricSpec spec) {
    return spec.target().kind() == MetricTarget.Kind.UTILIZATION;
  }

  /** How long a scale-up may be held back: not longer than the strategy lets an author choose. */
  long scaleUpWindow() {
    Behavior behavior = autoscaler.behavior();
    int own = behavior == null ? 0 : behavior.up().stabilizationWindowSeconds().orElse(0);
    return TimeUnit.SECONDS.toNanos(Math.min(own, plan.type().windows().scaleUp().atMost()));
  }

  /** How long a scale-down is held back. */
  long scaleDownWindow() {
    Behavior behavior = autoscaler.behavior();
    return behavior == null || behavior.down().stabilizationWindowSeconds().isEmpty()
        ? plan.flags().downscaleStabilization()
        : TimeUnit.SECONDS.toNanos(behavior.down().stabilizationWindowSeconds().getAsInt());
  }

  /** The longest period of a scale-down rate. */
  long scaleDownPeriod() {
    Behavior behavior = autoscaler.behavior();
    int seconds =
        behavior == null
            ? 0
            : behavior.down().policies().stream()
                .mapToInt(RatePolicy::periodSeconds)
                .max()
                .orElse(0);
    return TimeUnit.SECONDS.toNanos(seconds);
  }

  boolean isScaleUpDisabled() {
    return autoscaler.behavior() != null && autoscaler.behavior().up().disabled();
  }

  boolean isScaleDownDisabled() {
    return autoscaler.behavior() != null && autoscaler.behavior().down().disabled();
  }

  /**
   * The scale-down tolerance that the HPA's targets need at least, so that no resource scales down
   * above its documented threshold; 0 where none is documented.
   */
  double neededTolerance() {
    List<Trigger.Limit> limits = new ArrayList<>();
    for (DocumentedMetric metric : metrics) {
      Optional<Integer> target = target(metric);
      if (metric.unit() == DocumentedMetric.Unit.PERCENT
          && target.isPresent()
          && metric.scaleDownAt().isPresent()) {
        limits.add(new Trigger.Limit(target.get(), (int) metric.scaleDownAt().getAsDouble()));
      }
    }
    return Trigger.scaleDownTolerance(limits).map(Number::doubleValue).orElse(0.0);
  }
}
