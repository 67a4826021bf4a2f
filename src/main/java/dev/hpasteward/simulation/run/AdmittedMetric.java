package dev.hpasteward.simulation.run;

import dev.hpasteward.model.Metric;
import dev.hpasteward.simulation.controller.MetricSelector;
import dev.hpasteward.simulation.controller.MetricSource;
import dev.hpasteward.simulation.controller.MetricSpec;
import dev.hpasteward.simulation.controller.MetricTarget;
import dev.hpasteward.simulation.controller.ObjectReference;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An entry of {@code spec.metrics} as the API server checks it. Empty where it is refused. */
final class AdmittedMetric {

  /** Stands for any selector: a metric that is narrowed is another one, and nobody serves it. */
  private static final MetricSelector NARROWED =
      new MetricSelector(Map.of("narrowed", "true"), List.of());

  private static final ObjectReference SOME_OBJECT = new ObjectReference("Object", "object", "v1");

  private AdmittedMetric() {}

  static Optional<MetricSpec> of(Metric metric, Refusals refusals) {
    if (metric instanceof Metric.Resource resource) {
      return named(metric, refusals, MetricSource.resource(resource.resource()))
          .with(new AdmittedTarget(resource.target(), refusals).ofRequests());
    }
    if (metric instanceof Metric.ContainerResource one) {
      return named(
              metric, refusals, MetricSource.containerResource(one.resource(), one.container()))
          .with(new AdmittedTarget(one.target(), refusals).ofRequests());
    }
    if (metric instanceof Metric.Pods pods) {
      MetricSelector selector = pods.selected() ? NARROWED : null;
      return named(metric, refusals, MetricSource.pods(pods.name(), selector))
          .with(new AdmittedTarget(pods.target(), refusals).ofPods("write averageValue"));
    }
    if (metric instanceof Metric.OfObject object) {
      return named(metric, refusals, MetricSource.object(SOME_OBJECT, object.name(), null))
          .with(new AdmittedTarget(object.target(), refusals).ofWhole());
    }
    if (metric instanceof Metric.External external) {
      return named(metric, refusals, MetricSource.external(external.name(), null))
          .with(new AdmittedTarget(external.target(), refusals).ofWhole());
    }
    refusals.add(
        metric.path(),
        "its type is unknown, or what belongs to the type is missing",
        "write type Resource, ContainerResource, Pods, Object or External and the field of it");
    return Optional.empty();
  }

  private static Named named(Metric metric, Refusals refusals, MetricSource source) {
    if (source.name().isEmpty()) {
      refusals.add(metric.path(), "the metric has no name", "write its name");
    }
    return new Named(source);
  }

  private record Named(MetricSource source) {
    Optional<MetricSpec> with(Optional<MetricTarget> target) {
      return target.map(wanted -> new MetricSpec(source, wanted));
    }
  }
}
