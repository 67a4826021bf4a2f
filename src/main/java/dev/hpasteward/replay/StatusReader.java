package dev.hpasteward.replay;

import dev.hpasteward.simulation.controller.AutoscalerSpec;
import dev.hpasteward.simulation.controller.AutoscalerStatus;
import dev.hpasteward.simulation.controller.Condition;
import dev.hpasteward.simulation.controller.MetricSource;
import dev.hpasteward.simulation.controller.MetricStatus;
import dev.hpasteward.simulation.controller.MetricTarget;
import dev.hpasteward.simulation.controller.MetricType;
import dev.hpasteward.simulation.controller.Pod;
import java.util.ArrayList;
import java.util.List;

/** The status that a controller saw whose cache lagged behind its own last write. */
final class StatusReader {

  private final AutoscalerSpec spec;

  StatusReader(AutoscalerSpec spec) {
    this.spec = spec;
  }

  AutoscalerStatus status(Fields status) {
    List<Condition> conditions = new ArrayList<>();
    for (Fields condition : status.objects("conditions")) {
      conditions.add(condition(condition));
    }
    List<MetricStatus> metrics = new ArrayList<>();
    for (Fields metric : status.objects("currentMetrics")) {
      metrics.add(metric(metric, metrics.size()));
    }
    return new AutoscalerStatus(
        status.count("currentReplicas"),
        status.count("desiredReplicas"),
        conditions,
        metrics,
        status.timeOr("lastScaleTime", Pod.NEVER));
  }

  /** When it last changed is not recorded; only a change during the sync is of account. */
  private static Condition condition(Fields condition) {
    String type = condition.text("type");
    for (Condition.Type known : Condition.Type.values()) {
      if (known.id().equals(type)) {
        return new Condition(
            known,
            condition.text("status").equals("True"),
            condition.text("reason"),
            condition.text("message"),
            Pod.NEVER);
      }
    }
    throw condition.mistake("type", "AbleToScale, ScalingActive, ScalingLimited or ScaledToZero");
  }

  /** Selectors and objects are not recorded: those of the spec's metric in the same place. */
  private MetricStatus metric(Fields metric, int place) {
    if (metric.text("type").isEmpty()) {
      return MetricStatus.HOLE;
    }
    MetricSource written =
        new MetricSource(
            type(metric), metric.text("name"), metric.textOrNull("container"), null, null);
    MetricSource source =
        place < spec.metrics().size() ? spec.metrics().get(place).source() : written;
    boolean same = source.type() == written.type() && source.name().equals(written.name());
    return metric(metric, same ? source : written);
  }

  private static MetricType type(Fields metric) {
    for (MetricType type : MetricType.values()) {
      if (type.id().equals(metric.text("type"))) {
        return type;
      }
    }
    throw metric.mistake("type", "Resource, ContainerResource, Pods, Object, External or empty");
  }

  private static MetricStatus metric(Fields metric, MetricSource source) {
    if (metric.has("value")) {
      return new MetricStatus(source, MetricTarget.Kind.VALUE, metric.integer("value"), 0);
    }
    boolean utilization = metric.has("averageUtilization");
    return new MetricStatus(
        source,
        utilization ? MetricTarget.Kind.UTILIZATION : MetricTarget.Kind.AVERAGE_VALUE,
        metric.integer("averageValue"),
        utilization ? metric.count("averageUtilization") : 0);
  }
}
