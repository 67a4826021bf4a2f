package dev.hpasteward.source;

import static dev.hpasteward.source.Field.mapping;
import static dev.hpasteward.source.Field.value;
import static dev.hpasteward.source.PolicyFields.TYPE;

import dev.hpasteward.policy.Encoding;
import java.util.List;

/** The fields of a service type. */
final class ServiceTypeFields {

  private static final String METRIC = TYPE + ".capacityMetrics[]";
  private static final String RATE = TYPE + ".scaleDownRate[]";

  private ServiceTypeFields() {}

  static final List<Field> ALL =
      List.of(
          mapping(
              TYPE,
              "One service type. It needs a metric to scale on: CPU, memory, or a capacity metric"
                  + " that is no placeholder."),
          mapping(
              TYPE + ".selector",
              "Recognises Deployments that don't carry the label; see [selectors](#selectors). It"
                  + " may not be empty, nor match what another type's selector can match."),
          mapping(TYPE + ".resources", "Thresholds of utilization."),
          mapping(TYPE + ".resources.cpu", "CPU."),
          value(
                  TYPE + ".resources.cpu.scaleUpAt",
                  ResourcesReader.UTILIZATION,
                  "Scale up at or above it: no author may set a higher target.",
                  "strategy")
              .must(),
          value(
              TYPE + ".resources.cpu.scaleDownAt",
              ResourcesReader.UTILIZATION,
              "Scale down at or below it; below `scaleUpAt`.",
              "strategy"),
          mapping(TYPE + ".resources.memory", "Memory."),
          value(
                  TYPE + ".resources.memory.scaleUpAt",
                  ResourcesReader.UTILIZATION,
                  "As for CPU.",
                  "strategy")
              .must(),
          value(
              TYPE + ".resources.memory.scaleDownAt",
              ResourcesReader.UTILIZATION,
              "As for CPU.",
              "strategy"),
          mapping(TYPE + ".capacityMetrics", "Metrics of free capacity: they fall as load rises."),
          mapping(METRIC, "One of them."),
          value(METRIC + ".name", Name.METRIC_NAME, "The metric's name.", "strategy").must(),
          value(
                  METRIC + ".placeholder",
                  new TrueOrFalse(),
                  "Whether the name is only a placeholder: such a metric is judged where it is"
                      + " present, and never demanded or injected.",
                  "ours")
              .or("false"),
          value(
                  METRIC + ".scaleUpAtOrBelow",
                  CapacityMetricsReader.CAPACITY,
                  "Scale up at or below it; above 0 with `Documented`.",
                  "strategy")
              .must(),
          value(
                  METRIC + ".scaleDownAtOrAbove",
                  CapacityMetricsReader.CAPACITY,
                  "Scale down at or above it; above `scaleUpAtOrBelow`.",
                  "strategy")
              .must(),
          value(
                  METRIC + ".encoding",
                  Word.of(Encoding.class),
                  "What is injected: the metric as the strategy writes it, on which an HPA never"
                      + " scales up, or the capacity needed, an External metric.",
                  "strategy")
              .or("Documented"),
          value(
              METRIC + ".headroomName",
              Name.METRIC_NAME,
              "The name of the capacity needed. Left out: `_needed` in place of `_available`, else"
                  + " `_needed` appended.",
              "ours"),
          mapping(
              TYPE + ".windows",
              "Stabilization windows: short for scale-up, long for" + " scale-down."),
          mapping(TYPE + ".windows.scaleUp", "Scale-up."),
          value(
                  TYPE + ".windows.scaleUp.inject",
                  WindowsReader.SECONDS,
                  "Filled in where an author sets none; at most `atMost` and `scaleDown.inject`.",
                  "strategy for agents, else ours; range: Kubernetes")
              .or("15"),
          value(
                  TYPE + ".windows.scaleUp.atMost",
                  WindowsReader.SECONDS,
                  "No author may set a longer one; at most `scaleDown.atLeast`.",
                  "ours; range: Kubernetes")
              .or("60"),
          mapping(TYPE + ".windows.scaleDown", "Scale-down."),
          value(
                  TYPE + ".windows.scaleDown.inject",
                  WindowsReader.SECONDS,
                  "Filled in where an author sets none; at least `atLeast`.",
                  "strategy for agents, else ours; range: Kubernetes")
              .or("300"),
          value(
                  TYPE + ".windows.scaleDown.atLeast",
                  WindowsReader.SECONDS,
                  "No author may set a shorter one.",
                  "strategy for agents, else ours; range: Kubernetes")
              .or("300"),
          mapping(
                  TYPE + ".scaleDownRate",
                  "How fast it may shrink; of several, the one that removes most holds. An empty"
                      + " list is no bound.")
              .or("[{pods: 1, everySeconds: 60}, {percent: 10, everySeconds: 60}]"),
          mapping(RATE, "One rate: `pods` or `percent`, not both."),
          value(RATE + ".pods", ScalingRatesReader.PODS, "So many pods.", "ours"),
          value(RATE + ".percent", ScalingRatesReader.PERCENT, "So much of the replicas.", "ours"),
          value(
                  RATE + ".everySeconds",
                  ScalingRatesReader.PERIOD,
                  "In this time.",
                  "ours; range: Kubernetes")
              .must(),
          mapping(TYPE + ".replicas", "Replica bounds."),
          value(
                  TYPE + ".replicas.min",
                  ReplicasReader.REPLICAS,
                  "`minReplicas` where an author sets none; at most `max`.",
                  "ours")
              .or("2"),
          value(
                  TYPE + ".replicas.max",
                  ReplicasReader.REPLICAS,
                  "`maxReplicas` of generated autoscalers.",
                  "ours")
              .or("20"),
          value(
              TYPE + ".replicas.floor",
              ReplicasReader.REPLICAS,
              "No author may set a lower `minReplicas`; at most `min`.",
              ""),
          value(
              TYPE + ".replicas.ceiling",
              ReplicasReader.REPLICAS,
              "No author may set a higher `maxReplicas`; at least `max`.",
              ""),
          mapping(
              TYPE + ".scrape",
              "Where Prometheus finds the metrics; left out, nothing is annotated."),
          value(
              TYPE + ".scrape.port",
              ScrapeReader.PORT,
              "The port where no container port is named `metrics` or `prometheus`.",
              "ours"),
          value(TYPE + ".scrape.path", Name.URL_PATH, "The path.", "Prometheus").or("/metrics"),
          value(
              TYPE + ".gracePeriodAtLeast",
              ServiceTypeReader.GRACE_PERIOD,
              "What `terminationGracePeriodSeconds` must be at least, so that sessions can end;"
                  + " left out, it is not judged.",
              "ours, after LiveKit's charts"));
}
