package dev.hpasteward.rules;

import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.Excerpt;
import dev.hpasteward.model.Metric;
import dev.hpasteward.policy.Resource;
import dev.hpasteward.policy.RuleId;
import dev.hpasteward.policy.ServiceTypePolicy;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code extra-metric}: no metric is there that the strategy does not name. */
final class ExtraMetricRule implements Rule<Autoscaler> {

  @Override
  public Set<RuleId> ids() {
    return Set.of(RuleId.EXTRA_METRIC);
  }

  @Override
  public void check(Inspection<Autoscaler> inspection, Consumer<Violation> report) {
    ServiceTypePolicy type = inspection.type();
    for (Metric metric : inspection.subject().metrics()) {
      if (!documented(metric, type)) {
        report.accept(
            Violation.of(
                    RuleId.EXTRA_METRIC,
                    metric.path(),
                    describe(metric),
                    allowed(type),
                    "remove it, or add it to the policy")
                .because(
                    describe(metric) + " is not in the strategy; it can hold up every scale-down"));
      }
    }
  }

  private static boolean documented(Metric metric, ServiceTypePolicy type) {
    if (metric instanceof Metric.OfResource ofResource) {
      return type.thresholds(ofResource.resource()).isPresent();
    }
    if (metric instanceof Metric.Custom) {
      return type.awaitsMetricName()
          || type.capacityMetrics().stream()
              .anyMatch(capacity -> CapacityForms.isEither(metric, capacity));
    }
    return false;
  }

  private static String describe(Metric metric) {
    if (metric instanceof Metric.OfResource ofResource) {
      return "resource " + Excerpt.quoted(ofResource.resource());
    }
    if (metric instanceof Metric.Custom custom) {
      boolean selected = custom instanceof Metric.Pods pods && pods.selected();
      return "metric " + Excerpt.quoted(custom.name()) + (selected ? " with a selector" : "");
    }
    return "a metric of type " + Excerpt.quoted(((Metric.Other) metric).type());
  }

  private static String allowed(ServiceTypePolicy type) {
    return Stream.concat(
            type.resources().keySet().stream().map(Resource::id),
            type.capacityMetrics().stream()
                .flatMap(capacity -> Stream.of(capacity.name(), capacity.headroomName())))
        .collect(Collectors.joining(", "));
  }
}
