package dev.hpasteward.manifest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Whether a manifest that is applied again and again sets {@code spec.replicas}: an Apply manager
 * owns the field, or the last applied configuration has it. Who scales by hand or by controller
 * leaves no such trace.
 */
final class DeclaredReplicas {

  private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";
  private static final ObjectMapper JSON = new ObjectMapper();

  private DeclaredReplicas() {}

  static boolean in(JsonNode deployment) {
    return appliedByManager(deployment) || lastApplied(deployment);
  }

  private static boolean appliedByManager(JsonNode deployment) {
    for (JsonNode entry : deployment.path("metadata").path("managedFields")) {
      if (entry.path("operation").asText().equals("Apply")
          // Who applies through /scale scales; it is no manifest of the Deployment.
          && entry.path("subresource").asText().isEmpty()
          && entry.path("fieldsV1").path("f:spec").has("f:replicas")) {
        return true;
      }
    }
    return false;
  }

  private static boolean lastApplied(JsonNode deployment) {
    JsonNode text = deployment.path("metadata").path("annotations").path(LAST_APPLIED);
    // Most manifests of scaled Deployments name no replicas: nothing to parse then.
    if (!text.isTextual() || !text.textValue().contains("replicas")) {
      return false;
    }
    try {
      return JSON.readTree(text.textValue()).path("spec").hasNonNull("replicas");
    } catch (JsonProcessingException e) {
      // kubectl writes it; what it can't have written declares nothing.
      return false;
    }
  }
}
