package dev.hpasteward.cluster.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/** ScalingPolicies as the API server tells them. */
final class ResourceText {

  private ResourceText() {}

  /** One of generation 7 with this spec. */
  static JsonNode withSpec(String spec) {
    return tree(
        """
        apiVersion: hpa-steward.dev/v1
        kind: ScalingPolicy
        metadata: {name: default, generation: 7, resourceVersion: "12", labels: {a: b}}
        spec: %s
        """
            .formatted(spec));
  }

  static JsonNode tree(String yaml) {
    try {
      return new YAMLMapper().readTree(yaml);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
