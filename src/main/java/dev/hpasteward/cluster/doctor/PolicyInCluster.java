package dev.hpasteward.cluster.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hpasteward.cluster.policy.SeenPolicy;
import dev.hpasteward.source.PolicySource;
import java.util.Optional;

/** Finds the policy that the installed program goes by. */
final class PolicyInCluster {

  private static final String CONFIG_MAP = "hpa-steward-policy";

  private final ApiServer server;
  private final Installation installation;

  PolicyInCluster(ApiServer server, Installation installation) {
    this.server = server;
    this.installation = installation;
  }

  /** Reads and judges it: the file that was named, else what the Deployment's arguments say. */
  PolicyCheck check(JsonNode deployment, Optional<PolicyFileResult> given) {
    if (given.isPresent()) {
      return PolicyCheck.of(given.get().result(), given.get().file());
    }
    return Installation.argument(deployment, "--policy-resource")
        .map(this::resource)
        .orElseGet(this::configMap);
  }

  private PolicyCheck resource(String name) {
    String place = "ScalingPolicy " + name;
    Answer answer = server.get("/apis/hpa-steward.dev/v1/scalingpolicies/" + name);
    return answer.succeeded()
        ? PolicyCheck.of(SeenPolicy.resource(answer.body()).read(), place)
        : unread(answer, place);
  }

  private PolicyCheck configMap() {
    String place = "ConfigMap " + installation.namespace() + "/" + CONFIG_MAP;
    Answer answer = server.get(installation.inCore("configmaps/" + CONFIG_MAP));
    return answer.succeeded()
        ? PolicyCheck.of(
            PolicySource.read(
                answer.body().path("data").path("policy.yaml").asText(""), place + " policy.yaml"),
            place)
        : unread(answer, place);
  }

  private static PolicyCheck unread(Answer answer, String place) {
    return answer.missing()
        ? PolicyCheck.absent(place)
        : PolicyCheck.without(Diagnosis.unread("policy", answer));
  }
}
