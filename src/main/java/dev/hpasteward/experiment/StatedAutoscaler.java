package dev.hpasteward.experiment;

import dev.hpasteward.check.AuthorsAutoscaler;
import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.FieldPath;
import dev.hpasteward.model.Metadata;
import dev.hpasteward.model.Metric;
import dev.hpasteward.model.MetricTarget;
import dev.hpasteward.model.Quantity;
import dev.hpasteward.model.ScalingRules;
import dev.hpasteward.model.StewardKeys;
import dev.hpasteward.model.TargetReference;
import dev.hpasteward.policy.ServiceTypePolicy;
import dev.hpasteward.simulation.controller.AutoscalerSpec;
import dev.hpasteward.simulation.controller.Behavior;
import dev.hpasteward.simulation.controller.MetricSpec;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A simulated HPA as an author would write it, so that the policy can be asked about it. */
final class StatedAutoscaler {

  private static final FieldPath METRICS = FieldPath.of("spec.metrics");
  private static final int MILLI = 3;

  private StatedAutoscaler() {}

  /** Whether the scenario's policy lets an author write the candidate's HPA. */
  static boolean isAllowed(Scenario scenario, Candidate candidate) {
    return AuthorsAutoscaler.isAllowed(
        of(candidate.autoscaler(), scenario.type()),
        scenario.policy(),
        candidate.flags().configurableTolerance());
  }

  private static Autoscaler of(AutoscalerSpec spec, ServiceTypePolicy type) {
    Behavior behavior = spec.behavior();
    List<Metric> metrics = new ArrayList<>();
    for (MetricSpec metric : spec.metrics()) {
      metrics.add(metric(METRICS.index(metrics.size()), metric));
    }
    return new Autoscaler(
        new Metadata(
            spec.namespace(), spec.name(), Map.of(StewardKeys.SERVICE_TYPE, type.name()), Map.of()),
        "autoscaling/v2",
        new TargetReference(spec.target().apiVersion(), spec.target().kind(), spec.target().name()),
        OptionalInt.of(spec.minReplicas()),
        OptionalInt.of(spec.maxReplicas()),
        metrics,
        behavior == null ? ScalingRules.UNSET : behavior.up(),
        behavior == null ? ScalingRules.UNSET : behavior.down());
  }

  private static Metric metric(FieldPath path, MetricSpec metric) {
    String name = metric.source().name();
    String container = metric.source().container();
    boolean narrowed = metric.source().selector() != null;
    MetricTarget target = target(path, metric);
    return switch (metric.source().type()) {
      case RESOURCE -> new Metric.Resource(path, name, target);
      case CONTAINER_RESOURCE ->
          new Metric.ContainerResource(path, name, container == null ? "" : container, target);
      case PODS -> new Metric.Pods(path, name, narrowed, target);
      case OBJECT -> new Metric.OfObject(path, name, target);
      case EXTERNAL -> new Metric.External(path, name, target);
    };
  }

  private static MetricTarget target(FieldPath path, MetricSpec metric) {
    FieldPath at = path.field(field(metric)).field("target");
    long amount = metric.target().amount();
    Optional<Quantity> quantity = Optional.of(Quantity.of(BigDecimal.valueOf(amount, MILLI)));
    return switch (metric.target().kind()) {
      case UTILIZATION ->
          new MetricTarget(
              at, OptionalInt.of(Math.toIntExact(amount)), Optional.empty(), Optional.empty());
      case AVERAGE_VALUE -> new MetricTarget(at, OptionalInt.empty(), quantity, Optional.empty());
      case VALUE -> new MetricTarget(at, OptionalInt.empty(), Optional.empty(), quantity);
      case NONE -> new MetricTarget(at, OptionalInt.empty(), Optional.empty(), Optional.empty());
    };
  }

  private static String field(MetricSpec metric) {
    return switch (metric.source().type()) {
      case RESOURCE -> "resource";
      case CONTAINER_RESOURCE -> "containerResource";
      case PODS -> "pods";
      case OBJECT -> "object";
      case EXTERNAL -> "external";
    };
  }
}
