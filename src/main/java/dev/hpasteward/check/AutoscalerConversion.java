package dev.hpasteward.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * From autoscaling/v1 to v2, as the API server converts (apis/autoscaling/v1/conversion.go): what
 * v1 has no fields for stands in annotations.
 */
final class AutoscalerConversion {

  static final String METRICS = "autoscaling.alpha.kubernetes.io/metrics";
  static final String BEHAVIOR = "autoscaling.alpha.kubernetes.io/behavior";
  private static final List<String> OURS_TO_DROP =
      List.of(
          METRICS,
          BEHAVIOR,
          "autoscaling.alpha.kubernetes.io/conditions",
          "autoscaling.alpha.kubernetes.io/current-metrics");
  private static final ObjectMapper JSON = new ObjectMapper();

  private AutoscalerConversion() {}

  static void convert(ObjectNode autoscaler) {
    autoscaler.put("apiVersion", "autoscaling/v2");
    if (!(autoscaler.path("spec") instanceof ObjectNode spec)) {
      return;
    }
    JsonNode annotations = annotations(autoscaler);
    ArrayNode metrics = JsonNodeFactory.instance.arrayNode();
    for (JsonNode metric : read(annotations.path(METRICS).asText(""))) {
      metrics.add(metric(metric));
    }
    JsonNode percent = spec.path("targetCPUUtilizationPercentage");
    if (!percent.isMissingNode() && !percent.isNull()) {
      metrics.add(cpu(percent));
    }
    spec.remove("targetCPUUtilizationPercentage");
    if (!metrics.isEmpty()) {
      spec.set("metrics", metrics);
    }
    JsonNode behavior = behavior(read(annotations.path(BEHAVIOR).asText("")));
    if (behavior.isObject()) {
      spec.set("behavior", behavior);
    }
    if (annotations instanceof ObjectNode fields) {
      fields.remove(OURS_TO_DROP);
    }
  }

  /** How many metrics stand in the annotation: they come first, and CPU after them. */
  static int annotatedMetrics(JsonNode versionOne) {
    return read(annotations(versionOne).path(METRICS).asText("")).size();
  }

  static JsonNode annotations(JsonNode autoscaler) {
    return autoscaler.path("metadata").path("annotations");
  }

  private static ObjectNode cpu(JsonNode percent) {
    ObjectNode metric = JsonNodeFactory.instance.objectNode().put("type", "Resource");
    metric
        .putObject("resource")
        .put("name", "cpu")
        .putObject("target")
        .put("type", "Utilization")
        .set("averageUtilization", percent);
    return metric;
  }

  /** The annotation keeps its targets beside the metric's name; what is no JSON is passed over. */
  private static JsonNode metric(JsonNode written) {
    ObjectNode metric = JsonNodeFactory.instance.objectNode();
    String type = written.path("type").asText();
    metric.put("type", type);
    String field = lowered(type);
    JsonNode from = written.path(field);
    ObjectNode source = metric.putObject(field);
    switch (field) {
      case "resource", "containerResource" -> {
        copy(from, "name", source, "name");
        copy(from, "container", source, "container");
        target(
            source,
            from,
            Map.of(
                "targetAverageUtilization",
                "averageUtilization",
                "targetAverageValue",
                "averageValue"));
      }
      case "pods" -> {
        named(from, "metricName", "selector", source);
        target(source, from, Map.of("targetAverageValue", "averageValue"));
      }
      case "object" -> {
        named(from, "metricName", "selector", source);
        copy(from, "target", source, "describedObject");
        target(
            source,
            from,
            from.hasNonNull("averageValue")
                // The value is nothing then, and written all the same.
                ? Map.of("averageValue", "averageValue")
                : Map.of("targetValue", "value"));
      }
      case "external" -> {
        named(from, "metricName", "metricSelector", source);
        target(source, from, Map.of("targetValue", "value", "targetAverageValue", "averageValue"));
      }
      default -> metric.remove(field);
    }
    return metric;
  }

  private static void named(JsonNode from, String name, String selector, ObjectNode source) {
    ObjectNode identifier = source.putObject("metric");
    copy(from, name, identifier, "name");
    copy(from, selector, identifier, "selector");
  }

  private static void target(ObjectNode source, JsonNode from, Map<String, String> fields) {
    ObjectNode target = source.putObject("target");
    fields.forEach((old, now) -> copy(from, old, target, now));
    target.put(
        "type",
        target.has("averageUtilization")
            ? "Utilization"
            : target.has("averageValue") ? "AverageValue" : "Value");
  }

  private static void copy(JsonNode from, String old, ObjectNode into, String now) {
    if (from.hasNonNull(old)) {
      into.set(now, from.get(old));
    }
  }

  /**
   * The annotation has the names of Go's fields, in large letters; whoever writes it by hand may
   * use those of the API, since Go reads both.
   */
  private static JsonNode behavior(JsonNode written) {
    if (written.isArray()) {
      ArrayNode items = JsonNodeFactory.instance.arrayNode();
      written.forEach(item -> items.add(behavior(item)));
      return items;
    }
    if (!written.isObject()) {
      return written;
    }
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    written
        .properties()
        .forEach(
            field -> {
              if (!field.getValue().isNull()) {
                fields.set(lowered(field.getKey()), behavior(field.getValue()));
              }
            });
    return fields;
  }

  private static String lowered(String name) {
    return name.isEmpty()
        ? name
        : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  private static JsonNode read(String json) {
    if (json.isEmpty()) {
      return JsonNodeFactory.instance.missingNode();
    }
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      // As the API server: what it can't read it leaves out.
      return JsonNodeFactory.instance.missingNode();
    }
  }
}
