package dev.hpasteward.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the API server makes of an object before it asks admission about it. */
final class ApiServer {

  /** Of a Deployment (apis/apps/v1/defaults.go). */
  private static final int DEFAULT_REPLICAS = 1;

  private ApiServer() {}

  /** The object as admission sees it: converted, with the API's defaults filled in. */
  static JsonNode received(Kind kind, JsonNode written, Settings settings) {
    if (settings.stored() || !written.isObject()) {
      return written;
    }
    ObjectNode object = written.deepCopy();
    if (kind == Kind.AUTOSCALER) {
      if (object.path("apiVersion").asText().equals("autoscaling/v1")) {
        AutoscalerConversion.convert(object);
      }
      AutoscalerDefaults.fillIn(object);
      if (!settings.version().knowsTolerances()) {
        withoutTolerances(object);
      }
      CanonicalQuantity.ofAutoscaler(object.path("spec"));
    } else if (kind == Kind.WORKLOAD && object.path("spec") instanceof ObjectNode spec) {
      if (spec.hasNonNull("replicas")) {
        declareReplicas(object);
      } else {
        spec.put("replicas", DEFAULT_REPLICAS);
      }
    }
    return object;
  }

  /**
   * The same of an object that a webhook has changed, before the next one validates it: what the
   * cluster does not keep is gone by then (registry/autoscaling/horizontalpodautoscaler,
   * strategy.go).
   */
  static JsonNode changed(Kind kind, JsonNode object, KubernetesVersion version) {
    if (kind == Kind.AUTOSCALER && object.isObject()) {
      ObjectNode completed = object.deepCopy();
      AutoscalerDefaults.fillIn(completed);
      if (!version.keepsTolerances()) {
        withoutTolerances(completed);
      }
      return completed;
    }
    return object;
  }

  private static void withoutTolerances(ObjectNode autoscaler) {
    for (JsonNode direction : autoscaler.path("spec").path("behavior")) {
      if (direction instanceof ObjectNode rules) {
        rules.remove("tolerance");
      }
    }
  }

  /** Who applies a manifest owns what it says. */
  private static void declareReplicas(ObjectNode object) {
    if (object.path("metadata") instanceof ObjectNode metadata) {
      ObjectNode entry = metadata.putArray("managedFields").addObject();
      entry.put("operation", "Apply");
      entry.putObject("fieldsV1").putObject("f:spec").putObject("f:replicas");
    }
  }
}
