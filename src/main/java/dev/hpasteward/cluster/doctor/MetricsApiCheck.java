package dev.hpasteward.cluster.doctor;

import com.fasterxml.jackson.databind.JsonNode;

/** Whether one of the three APIs is served that the HPA controller reads metrics from. */
final class MetricsApiCheck {

  private MetricsApiCheck() {}

  /** An API and who serves it. */
  enum Api {
    RESOURCE("metrics.k8s.io", "CPU and memory targets", "install metrics-server"),
    CUSTOM(
        "custom.metrics.k8s.io",
        "Pods metrics",
        "install prometheus-adapter or another adapter; deploy/metrics has rules for it"),
    EXTERNAL(
        "external.metrics.k8s.io",
        "External metrics",
        "install prometheus-adapter or another adapter; deploy/metrics has rules for it");

    private final String group;
    private final String feeds;
    private final String remedy;

    Api(String group, String feeds, String remedy) {
      this.group = group;
      this.feeds = feeds;
      this.remedy = remedy;
    }

    String group() {
      return group;
    }
  }

  /**
   * Judges one.
   *
   * @param needed whether the policy asks for a metric of it
   * @param services the list of APIServices
   * @param discovery of {@code /apis/GROUP}
   */
  static Diagnosis of(Api api, boolean needed, Answer services, Answer discovery) {
    for (JsonNode service : services.body().path("items")) {
      JsonNode available = available(service);
      if (service.at("/spec/group").asText().equals(api.group)
          && available.path("status").asText().equals("False")) {
        return Diagnosis.fail(
            api.group,
            "its APIService %s is not available: %s"
                .formatted(
                    service.at("/metadata/name").asText(), available.path("message").asText()),
            "see the pods of %s/%s"
                .formatted(
                    service.at("/spec/service/namespace").asText("?"),
                    service.at("/spec/service/name").asText("?")));
      }
    }
    if (discovery.succeeded()) {
      return Diagnosis.ok(api.group, "served");
    }
    if (!needed) {
      return Diagnosis.skip(api.group, "not served; the policy asks for none of its metrics");
    }
    return discovery.missing()
        ? Diagnosis.fail(
            api.group, "not served: " + api.feeds + " have no values, HPAs can't scale", api.remedy)
        : Diagnosis.unread(api.group, discovery);
  }

  private static JsonNode available(JsonNode service) {
    for (JsonNode condition : service.at("/status/conditions")) {
      if (condition.path("type").asText().equals("Available")) {
        return condition;
      }
    }
    return service.path("status").path("none");
  }
}
