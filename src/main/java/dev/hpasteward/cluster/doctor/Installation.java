package dev.hpasteward.cluster.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * What is looked at.
 *
 * @param namespace where the program is installed
 * @param dryRunNamespace where dry runs go
 * @param configurations the name of both webhook configurations
 */
public record Installation(String namespace, String dryRunNamespace, String configurations) {

  /** The name of everything that the manifests install once. */
  static final String NAME = "hpa-steward";

  /** What to do where something of an installation is missing: people have changes of their own. */
  static final String APPLY = "kubectl apply -k the folder of your kustomization";

  private static final String CORE = "/api/v1/namespaces/";

  String named() {
    return namespace + "/" + NAME;
  }

  String inCore(String resource) {
    return CORE + namespace + "/" + resource;
  }

  String inGroup(String group, String resource) {
    return "/apis/" + group + "/namespaces/" + namespace + "/" + resource;
  }

  String dryRun() {
    return "/apis/autoscaling/v2/namespaces/%s/horizontalpodautoscalers?dryRun=All"
        .formatted(dryRunNamespace);
  }

  /** The value of an option that the program's container is started with. */
  static Optional<String> argument(JsonNode deployment, String option) {
    for (JsonNode container : deployment.at("/spec/template/spec/containers")) {
      for (JsonNode argument : container.path("args")) {
        if (argument.asText().startsWith(option + "=")) {
          return Optional.of(argument.asText().substring(option.length() + 1));
        }
      }
    }
    return Optional.empty();
  }
}
