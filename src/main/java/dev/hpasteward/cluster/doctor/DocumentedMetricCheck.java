package dev.hpasteward.cluster.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hpasteward.policy.CapacityMetric;
import dev.hpasteward.policy.Encoding;
import java.util.Optional;

/** Whether the metric that HPAs of a service type are given is served. */
final class DocumentedMetricCheck {

  private DocumentedMetricCheck() {}

  /**
   * Judges one.
   *
   * @param custom the resources of custom.metrics.k8s.io
   * @param external the resources of external.metrics.k8s.io
   */
  static Diagnosis of(String serviceType, CapacityMetric metric, Answer custom, Answer external) {
    String about = "metric of " + serviceType;
    if (metric.placeholder()) {
      return Diagnosis.skip(about, metric.name() + " is a placeholder; no HPA is given it");
    }
    boolean pods = isPodsMetric(metric);
    String name = pods ? metric.name() : metric.headroomName();
    String titled = (pods ? "Pods " : "External ") + name;
    Answer list = pods ? custom : external;
    if (!list.succeeded()) {
      return Diagnosis.skip(
          about, titled + ": its API is not served", "see what is said above of that API");
    }
    return served(list.body(), pods ? "pods/" + name : name)
        .map(found -> Diagnosis.ok(about, titled + " is served"))
        .orElseGet(
            () ->
                Diagnosis.warn(
                    about,
                    titled + " is not served: HPAs with it never scale down",
                    "if such pods run: have them scraped and give the adapter a rule"
                        + " (deploy/metrics); if none runs yet: nothing"));
  }

  static boolean isPodsMetric(CapacityMetric metric) {
    return metric.encoding() != Encoding.HEADROOM;
  }

  private static Optional<JsonNode> served(JsonNode list, String name) {
    for (JsonNode resource : list.path("resources")) {
      if (resource.path("name").asText().equals(name)) {
        return Optional.of(resource);
      }
    }
    return Optional.empty();
  }
}
