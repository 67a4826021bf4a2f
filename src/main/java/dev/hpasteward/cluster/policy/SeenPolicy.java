package dev.hpasteward.cluster.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hpasteward.source.PolicyResource;

/**
 * A ScalingPolicy as it was seen last.
 *
 * @param resource what it says
 * @param generation which generation of its spec that is
 * @param status what it was told last; missing if nothing
 */
public record SeenPolicy(PolicyResource resource, long generation, JsonNode status) {

  static final String API_VERSION = "hpa-steward.dev/v1";
  static final String KIND = "ScalingPolicy";

  static SeenPolicy of(JsonNode object) {
    return new SeenPolicy(
        resource(object),
        object.path("metadata").path("generation").asLong(),
        object.path("status"));
  }

  /** The document as a file would have it: of the metadata, its name alone. */
  public static PolicyResource resource(JsonNode object) {
    String name = object.path("metadata").path("name").asText("");
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("apiVersion", API_VERSION).put("kind", KIND);
    document.putObject("metadata").put("name", name);
    JsonNode spec = object.path("spec");
    if (!spec.isMissingNode()) {
      document.set("spec", spec);
    }
    return new PolicyResource(title(name), CanonicalJson.text(document), CanonicalJson.text(spec));
  }

  /** What logs and mistakes call it. */
  static String title(String name) {
    return KIND + " " + name;
  }
}
