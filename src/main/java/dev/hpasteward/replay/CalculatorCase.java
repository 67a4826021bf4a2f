package dev.hpasteward.replay;

import dev.hpasteward.simulation.controller.Calculation;
import dev.hpasteward.simulation.controller.ControllerFlags;
import dev.hpasteward.simulation.controller.MetricSource;
import dev.hpasteward.simulation.controller.MetricSpec;
import dev.hpasteward.simulation.controller.MetricTarget;
import dev.hpasteward.simulation.controller.PodList;
import dev.hpasteward.simulation.controller.ReplicaCalculator;
import dev.hpasteward.simulation.controller.Tolerances;
import org.jspecify.annotations.Nullable;

/** One recorded call of the calculator, and the same call here. */
final class CalculatorCase {

  /** Of all recorded calls; their lines don't tell it. */
  private static final String NAMESPACE = "media";

  private CalculatorCase() {}

  static Comparison replay(Fields line) {
    MetricSpec metric = metric(line);
    PodList pods = SyncReader.pods(line);
    if (pods == null) {
      throw line.mistake("pods", "a list, unless there is a listError");
    }
    ControllerFlags flags =
        new ControllerFlags(
            0,
            0,
            line.time("cpuInitializationPeriod"),
            line.time("initialReadinessDelay"),
            true,
            false);
    boolean byStatus = line.has("statusReplicas");
    int replicas = line.count(byStatus ? "statusReplicas" : "currentReplicas");
    Calculation calculation =
        new ReplicaCalculator(
                flags,
                new Tolerances(line.number("toleranceUp"), line.number("toleranceDown")),
                NAMESPACE)
            .calculate(
                metric,
                new ReplyReader(pods.pods()).reply(line.object("reply"), metric.source().type()),
                pods,
                replicas,
                replicas);
    Comparison comparison = new Comparison();
    boolean utilization = metric.target().kind() == MetricTarget.Kind.UTILIZATION;
    comparison.add(
        "result", line.object("result").node(), OutputsJson.of(calculation, utilization));
    return comparison;
  }

  private static MetricSpec metric(Fields line) {
    return switch (line.text("method")) {
      case "GetResourceReplicas" ->
          new MetricSpec(resource(line), MetricTarget.utilization(line.count("targetUtilization")));
      case "GetRawResourceReplicas" -> new MetricSpec(resource(line), average(line));
      case "GetMetricReplicas" ->
          new MetricSpec(
              MetricSource.pods(
                  line.text("metricName"), SelectorReader.selector(line, "metricSelector")),
              average(line));
      case "GetObjectMetricReplicas" -> new MetricSpec(object(line), total(line));
      case "GetObjectPerPodMetricReplicas" -> new MetricSpec(object(line), average(line));
      case "GetExternalMetricReplicas" -> new MetricSpec(external(line), total(line));
      case "GetExternalPerPodMetricReplicas" -> new MetricSpec(external(line), average(line));
      default ->
          throw line.mistake(
              "method", "one of the ReplicaCalculator's, such as GetResourceReplicas");
    };
  }

  private static MetricTarget average(Fields line) {
    return MetricTarget.averageValue(line.integer("targetMilli"));
  }

  private static MetricTarget total(Fields line) {
    return MetricTarget.value(line.integer("targetMilli"));
  }

  private static MetricSource resource(Fields line) {
    @Nullable String container = line.textOrNull("container");
    String resource = line.text("resource");
    return container == null
        ? MetricSource.resource(resource)
        : MetricSource.containerResource(resource, container);
  }

  private static MetricSource object(Fields line) {
    return MetricSource.object(
        SpecReader.reference(line.object("object")),
        line.text("metricName"),
        SelectorReader.selector(line, "metricSelector"));
  }

  private static MetricSource external(Fields line) {
    return MetricSource.external(
        line.text("metricName"), SelectorReader.selector(line, "metricSelector"));
  }
}
