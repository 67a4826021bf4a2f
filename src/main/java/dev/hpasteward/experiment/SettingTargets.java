package dev.hpasteward.experiment;

import dev.hpasteward.simulation.controller.AutoscalerSpec;
import dev.hpasteward.simulation.controller.MetricSpec;
import dev.hpasteward.simulation.controller.MetricTarget;
import java.util.List;
import java.util.stream.Stream;

/** Utilization targets around those of an HPA, all moved by as many points. */
final class SettingTargets {

  private static final List<Integer> POINTS = List.of(0, -10, -5, -2, 5);

  private SettingTargets() {}

  /** The HPA's own first. */
  static Stream<Candidate> around(Candidate candidate) {
    return POINTS.stream().map(points -> moved(candidate, points)).distinct();
  }

  private static Candidate moved(Candidate candidate, int points) {
    AutoscalerSpec spec = candidate.autoscaler();
    return candidate.with(
        candidate.name(),
        new AutoscalerSpec(
            spec.namespace(),
            spec.name(),
            spec.target(),
            spec.minReplicas(),
            spec.maxReplicas(),
            spec.metrics().stream().map(metric -> moved(metric, points)).toList(),
            spec.behavior()));
  }

  private static MetricSpec moved(MetricSpec metric, int points) {
    MetricTarget target = metric.target();
    return target.kind() == MetricTarget.Kind.UTILIZATION
        ? new MetricSpec(
            metric.source(), MetricTarget.utilization((int) Math.max(1, target.amount() + points)))
        : metric;
  }
}
