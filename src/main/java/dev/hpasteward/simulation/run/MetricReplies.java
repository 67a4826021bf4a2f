package dev.hpasteward.simulation.run;

import dev.hpasteward.simulation.controller.MetricReply;
import dev.hpasteward.simulation.controller.MetricSource;
import dev.hpasteward.simulation.controller.MetricSpec;
import dev.hpasteward.simulation.controller.PodSamples;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the three metrics APIs answer. They know CPU and memory, and of the strategy's free-capacity
 * metrics those that are no placeholders, in both forms; all else is a metric that nobody serves.
 */
final class MetricReplies {

  private static final String NONE = "no metrics returned from %s metrics API";
  private static final long FREE = 1000;

  private final List<MetricSpec> asked;
  private final List<DocumentedMetric> documented;
  private final int sessionsPerPod;

  MetricReplies(RunPlan plan, List<DocumentedMetric> documented) {
    this.asked = plan.autoscaler().metrics();
    this.documented = documented;
    this.sessionsPerPod = plan.workload().sessionsPerPod();
  }

  /** In the order of the HPA's metrics. */
  List<MetricReply> of(Samples samples, FreePods free) {
    List<MetricReply> replies = new ArrayList<>(asked.size());
    for (MetricSpec metric : asked) {
      replies.add(of(metric.source(), samples, free));
    }
    return replies;
  }

  private MetricReply of(MetricSource source, Samples samples, FreePods free) {
    return switch (source.type()) {
      case RESOURCE, CONTAINER_RESOURCE ->
          switch (source.name()) {
            case "cpu" -> ofPods(samples, samples.cpu);
            case "memory" -> ofPods(samples, samples.memory);
            default -> failed(samples, "resource");
          };
      case PODS ->
          source.selector() == null && isServed(source.name())
              ? ofPods(samples, gauges(samples))
              : failed(samples, "custom");
      case EXTERNAL ->
          headroom(source.name())
              .map(metric -> series(samples, free.needed(metric)))
              .orElseGet(() -> failed(samples, "external"));
      case OBJECT -> failed(samples, "custom");
    };
  }

  private static MetricReply series(Samples samples, long value) {
    return new MetricReply.Series(samples.at, List.of(value));
  }

  private static MetricReply failed(Samples samples, String api) {
    return new MetricReply.Failed(samples.at, NONE.formatted(api));
  }

  private static MetricReply ofPods(Samples samples, long[] values) {
    return new PodSamples(
        samples.at, values, samples.times, MetricServer.windows(values.length), 0, 0);
  }

  private long[] gauges(Samples samples) {
    long[] gauges = new long[samples.sessions.length];
    for (int pod = 0; pod < gauges.length; pod++) {
      gauges[pod] = samples.sessions[pod] < sessionsPerPod ? FREE : 0;
    }
    return gauges;
  }

  private boolean isServed(String name) {
    return documented.stream().anyMatch(metric -> metric.served() && isGauge(metric, name));
  }

  private static boolean isGauge(DocumentedMetric metric, String name) {
    return metric.unit() == DocumentedMetric.Unit.FREE_PODS && metric.name().equals(name);
  }

  private Optional<DocumentedMetric> headroom(String name) {
    return documented.stream()
        .filter(metric -> metric.served() && metric.headroomName().equals(name))
        .findFirst();
  }
}
