package dev.hpasteward.admission;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** AdmissionReviews as the API server writes them, to be spoilt by tests. */
final class ReviewText {

  static final String UID = "0a1b2c3d-0000-4000-8000-000000000001";

  private static final ObjectMapper JSON = new ObjectMapper();

  private ReviewText() {}

  static ObjectNode create(JsonNode object) {
    return review("CREATE", object, null);
  }

  static ObjectNode update(JsonNode object, JsonNode oldObject) {
    return review("UPDATE", object, oldObject);
  }

  static ObjectNode delete(JsonNode oldObject) {
    return review("DELETE", null, oldObject);
  }

  private static ObjectNode review(
      String operation, @Nullable JsonNode object, @Nullable JsonNode oldObject) {
    JsonNode shown = object != null ? object : oldObject;
    boolean deployment = shown != null && shown.path("kind").asText().equals("Deployment");
    String group = deployment ? "apps" : "autoscaling";
    String version = deployment ? "v1" : "v2";
    String kind = deployment ? "Deployment" : "HorizontalPodAutoscaler";
    ObjectNode review = JSON.createObjectNode();
    review.put("kind", "AdmissionReview").put("apiVersion", "admission.k8s.io/v1");
    ObjectNode request = review.putObject("request");
    request.put("uid", UID);
    request.set("kind", kind(group, version, kind));
    request.set("resource", resource(group, version, deployment));
    request.set("requestKind", kind(group, version, kind));
    request.set("requestResource", resource(group, version, deployment));
    request.put("name", "egress").put("namespace", "media").put("operation", operation);
    request.putObject("userInfo").put("username", "kubernetes-admin").putArray("groups");
    request.set("object", object);
    request.set("oldObject", oldObject);
    request.put("dryRun", false);
    request.putObject("options").put("kind", "CreateOptions").put("apiVersion", "meta.k8s.io/v1");
    return review;
  }

  private static ObjectNode kind(String group, String version, String kind) {
    return JSON.createObjectNode().put("group", group).put("version", version).put("kind", kind);
  }

  private static ObjectNode resource(String group, String version, boolean deployment) {
    return JSON.createObjectNode()
        .put("group", group)
        .put("version", version)
        .put("resource", deployment ? "deployments" : "horizontalpodautoscalers");
  }

  static ObjectNode request(ObjectNode review) {
    return (ObjectNode) review.get("request");
  }

  static byte[] bytes(JsonNode review) {
    try {
      return JSON.writeValueAsBytes(review);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static String text(JsonNode review) {
    return new String(bytes(review), UTF_8);
  }
}
