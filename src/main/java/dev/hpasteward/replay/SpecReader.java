package dev.hpasteward.replay;

import dev.hpasteward.simulation.controller.AutoscalerSpec;
import dev.hpasteward.simulation.controller.MetricSource;
import dev.hpasteward.simulation.controller.MetricSpec;
import dev.hpasteward.simulation.controller.MetricTarget;
import dev.hpasteward.simulation.controller.ObjectReference;
import java.util.ArrayList;
import java.util.List;

/** The spec of an HPA as the API server stores it. */
final class SpecReader {

  private SpecReader() {}

  static AutoscalerSpec spec(Fields fields, String namespace, String name) {
    List<MetricSpec> metrics = new ArrayList<>();
    for (Fields metric : fields.objects("metrics")) {
      metrics.add(metric(metric));
    }
    if (metrics.isEmpty()) {
      throw fields.mistake("metrics", "a list of at least one metric, as the API server sees to");
    }
    return new AutoscalerSpec(
        namespace,
        name,
        reference(fields.object("scaleTargetRef")),
        fields.has("minReplicas") ? fields.count("minReplicas") : 1,
        fields.count("maxReplicas"),
        metrics,
        BehaviorReader.behavior(fields.objectOrNull("behavior")));
  }

  static ObjectReference reference(Fields reference) {
    String version = reference.textOrNull("apiVersion");
    return new ObjectReference(
        reference.text("kind"), reference.text("name"), version == null ? "" : version);
  }

  private static MetricSpec metric(Fields metric) {
    return switch (metric.text("type")) {
      case "Resource" -> {
        Fields of = metric.object("resource");
        yield new MetricSpec(MetricSource.resource(of.text("name")), ofPods(of.object("target")));
      }
      case "ContainerResource" -> {
        Fields of = metric.object("containerResource");
        yield new MetricSpec(
            MetricSource.containerResource(of.text("name"), of.text("container")),
            ofPods(of.object("target")));
      }
      case "Pods" -> {
        Fields of = metric.object("pods");
        Fields named = of.object("metric");
        yield new MetricSpec(
            MetricSource.pods(named.text("name"), SelectorReader.selector(named, "selector")),
            MetricTarget.averageValue(milli(of.object("target"), "averageValue")));
      }
      case "Object" -> {
        Fields of = metric.object("object");
        Fields named = of.object("metric");
        yield new MetricSpec(
            MetricSource.object(
                reference(of.object("describedObject")),
                named.text("name"),
                SelectorReader.selector(named, "selector")),
            ofObject(of.object("target")));
      }
      case "External" -> {
        Fields of = metric.object("external");
        Fields named = of.object("metric");
        yield new MetricSpec(
            MetricSource.external(named.text("name"), SelectorReader.selector(named, "selector")),
            ofSeries(of.object("target")));
      }
      default ->
          throw metric.mistake("type", "Resource, ContainerResource, Pods, Object or External");
    };
  }

  /** An average value comes first (horizontal.go, computeStatusForResourceMetricGeneric). */
  private static MetricTarget ofPods(Fields target) {
    if (target.has("averageValue")) {
      return MetricTarget.averageValue(milli(target, "averageValue"));
    }
    return target.has("averageUtilization")
        ? MetricTarget.utilization(target.count("averageUtilization"))
        : MetricTarget.NONE;
  }

  /** Here the type decides (horizontal.go, computeStatusForObjectMetric). */
  private static MetricTarget ofObject(Fields target) {
    String type = target.text("type");
    if (type.equals("Value") && target.has("value")) {
      return MetricTarget.value(milli(target, "value"));
    }
    return type.equals("AverageValue") && target.has("averageValue")
        ? MetricTarget.averageValue(milli(target, "averageValue"))
        : MetricTarget.NONE;
  }

  /** An average value comes first (horizontal.go, computeStatusForExternalMetric). */
  private static MetricTarget ofSeries(Fields target) {
    if (target.has("averageValue")) {
      return MetricTarget.averageValue(milli(target, "averageValue"));
    }
    return target.has("value") ? MetricTarget.value(milli(target, "value")) : MetricTarget.NONE;
  }

  private static long milli(Fields target, String name) {
    return QuantityReader.milli(target, name);
  }
}
