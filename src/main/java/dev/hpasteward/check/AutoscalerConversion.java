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

  private static final String METRICS = "autoscaling.alpha.kubernetes.io/metrics";
  private static final String BEHAVIOR = "autoscaling.alpha.kubernetes.io/behavior";
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
    JsonNode annotations = autoscaler.path("metadata").path("annotations");
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
    String field =
        type.isEmpty() ? "" : type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1);
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
        target(source, from, Map.of("targetValue", "value", "averageValue", "averageValue"));
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

  private static JsonNode behavior(JsonNode written) {
    if (!written.isObject()) {
      return written;
    }
    ObjectNode behavior = JsonNodeFactory.instance.objectNode();
    for (String direction : List.of("scaleUp", "scaleDown")) {
      // Written by Go from a type without names for JSON in older clusters.
      String upper = direction.substring(0, 1).toUpperCase(Locale.ROOT) + direction.substring(1);
      JsonNode rules = written.path(direction);
      copy(written, rules.isMissingNode() ? upper : direction, behavior, direction);
    }
    return behavior;
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
