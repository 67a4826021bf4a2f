package dev.hpasteward.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hpasteward.model.FieldPath;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What the API server refuses in {@code spec.metrics} (apis/autoscaling/validation/validation.go,
 * validateMetricSpec and validateMetricTarget) and what a value that was read does not show any
 * more.
 */
final class RefusedMetrics {

  /** The field that belongs to each type of metric. */
  private static final Map<String, String> SOURCES =
      Map.of(
          "Resource", "resource",
          "ContainerResource", "containerResource",
          "Pods", "pods",
          "Object", "object",
          "External", "external");

  private static final Set<String> TARGET_TYPES = Set.of("Utilization", "Value", "AverageValue");

  private final Consumer<RefusedField> report;

  RefusedMetrics(Consumer<RefusedField> report) {
    this.report = report;
  }

  void check(JsonNode metric, FieldPath path) {
    String type = metric.path("type").asText();
    String own = SOURCES.getOrDefault(type, "");
    for (String source : List.of("containerResource", "external", "object", "pods", "resource")) {
      if (metric.hasNonNull(source) && !source.equals(own) && !own.isEmpty()) {
        report.accept(
            new RefusedField(
                path.field(source),
                "a metric of type %s has no such source".formatted(type),
                "leave it out, or make it a metric of its own"));
      }
    }
    if (metric.path(own).isObject()) {
      checkSource(own, metric.path(own), path.field(own));
    }
  }

  private void checkSource(String name, JsonNode source, FieldPath path) {
    if (name.equals("containerResource") && source.path("container").asText("").isEmpty()) {
      report.accept(
          new RefusedField(
              path.field("container"), "there is none", "write the name of the container"));
    }
    if (name.equals("object")) {
      checkReference(source.path("describedObject"), path.field("describedObject"));
    }
    checkTarget(source.path("target"), path.field("target"));
  }

  private void checkReference(JsonNode reference, FieldPath path) {
    for (String field : List.of("kind", "name")) {
      if (reference.path(field).asText("").isEmpty()) {
        report.accept(
            new RefusedField(
                path.field(field),
                "there is none",
                "write the %s of the object that the metric describes".formatted(field)));
      }
    }
  }

  private void checkTarget(JsonNode target, FieldPath path) {
    String type = target.path("type").asText("");
    if (!TARGET_TYPES.contains(type)) {
      report.accept(
          new RefusedField(
              path.field("type"),
              type.isEmpty() ? "there is none" : "\"%s\" is none".formatted(type),
              "write " + fitting(target)));
    }
  }

  /** The type that says what the target has. */
  private static String fitting(JsonNode target) {
    if (target.hasNonNull("averageUtilization")) {
      return "Utilization";
    }
    if (target.hasNonNull("averageValue")) {
      return "AverageValue";
    }
    return target.hasNonNull("value") ? "Value" : "Utilization, Value or AverageValue";
  }
}
