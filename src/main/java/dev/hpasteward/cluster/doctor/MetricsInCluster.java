package dev.hpasteward.cluster.doctor;

import dev.hpasteward.cluster.doctor.MetricsApiCheck.Api;
import dev.hpasteward.policy.ScalingPolicy;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Asks which metrics are served, for the policy's sake. */
final class MetricsInCluster {

  private static final String SERVICES = "/apis/apiregistration.k8s.io/v1/apiservices";

  private final ApiServer server;

  MetricsInCluster(ApiServer server) {
    this.server = server;
  }

  /** One diagnosis for each API and each documented metric. */
  List<Diagnosis> check(ScalingPolicy policy) {
    List<Diagnosis> diagnoses = new ArrayList<>();
    Answer services = server.get(SERVICES);
    Map<Api, Answer> groups = new EnumMap<>(Api.class);
    for (Api api : Api.values()) {
      Answer discovery = server.get("/apis/" + api.group());
      groups.put(api, discovery);
      diagnoses.add(MetricsApiCheck.of(api, needed(api, policy), services, discovery));
    }
    Answer custom = resources(groups.getOrDefault(Api.CUSTOM, services));
    Answer external = resources(groups.getOrDefault(Api.EXTERNAL, services));
    policy
        .serviceTypes()
        .forEach(
            (name, type) ->
                type.capacityMetrics()
                    .forEach(
                        metric ->
                            diagnoses.add(
                                DocumentedMetricCheck.of(name, metric, custom, external))));
    return diagnoses;
  }

  private Answer resources(Answer group) {
    String version = group.body().at("/preferredVersion/groupVersion").asText("");
    return version.isEmpty() ? Answer.none("not served") : server.get("/apis/" + version);
  }

  private static boolean needed(Api api, ScalingPolicy policy) {
    if (api == Api.RESOURCE) {
      return policy.serviceTypes().values().stream().anyMatch(type -> !type.resources().isEmpty());
    }
    return policy.serviceTypes().values().stream()
        .flatMap(type -> type.capacityMetrics().stream())
        .filter(metric -> !metric.placeholder())
        .map(DocumentedMetricCheck::isPodsMetric)
        .anyMatch(pods -> pods == (api == Api.CUSTOM));
  }
}
