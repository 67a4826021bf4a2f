package dev.hpasteward.manifest;

import dev.hpasteward.model.Metric;
import dev.hpasteward.model.MetricTarget;

/** Reads one entry of {@code spec.metrics} of autoscaling/v2. */
final class MetricReader {

  private MetricReader() {}

  static Metric read(Node metric) throws MalformedObject {
    String type = metric.field("type").textOrEmpty();
    return switch (type) {
      case "Resource" -> {
        Node source = metric.field("resource");
        yield source.isPresent()
            ? new Metric.Resource(metric.path(), source.field("name").textOrEmpty(), target(source))
            : new Metric.Other(metric.path(), type);
      }
      case "ContainerResource" -> {
        Node source = metric.field("containerResource");
        yield source.isPresent()
            ? new Metric.ContainerResource(
                metric.path(),
                source.field("name").textOrEmpty(),
                source.field("container").textOrEmpty(),
                target(source))
            : new Metric.Other(metric.path(), type);
      }
      case "Pods" -> {
        Node source = metric.field("pods");
        yield source.isPresent()
            ? new Metric.Pods(metric.path(), name(source), selected(source), target(source))
            : new Metric.Other(metric.path(), type);
      }
      case "Object" -> {
        Node source = metric.field("object");
        yield source.isPresent()
            ? new Metric.OfObject(metric.path(), name(source), target(source))
            : new Metric.Other(metric.path(), type);
      }
      case "External" -> {
        Node source = metric.field("external");
        yield source.isPresent()
            ? new Metric.External(metric.path(), name(source), target(source))
            : new Metric.Other(metric.path(), type);
      }
      default -> new Metric.Other(metric.path(), type);
    };
  }

  private static String name(Node source) throws MalformedObject {
    return source.field("metric").field("name").textOrEmpty();
  }

  private static boolean selected(Node source) throws MalformedObject {
    return source.field("metric").field("selector").hasFields();
  }

  private static MetricTarget target(Node source) throws MalformedObject {
    Node target = source.field("target");
    return new MetricTarget(
        target.path(),
        target.field("averageUtilization").number(),
        target.field("averageValue").quantity(),
        target.field("value").quantity());
  }
}
