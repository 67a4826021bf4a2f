package dev.hpasteward.cluster.watch;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hpasteward.cluster.state.NamespaceLabels;
import dev.hpasteward.cluster.state.ObjectKey;
import dev.hpasteward.cluster.state.ScaledObject;
import dev.hpasteward.cluster.state.VerticalAutoscaler;
import dev.hpasteward.manifest.AutoscalerReader;
import dev.hpasteward.manifest.MalformedObject;
import dev.hpasteward.manifest.WorkloadReader;
import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.TargetReference;
import dev.hpasteward.model.Workload;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What is kept of each kind. Where a foreign API has a default, an absent field has that. */
public final class ObjectReaders {

  private static final Set<String> REQUESTS_OF_PODS = Set.of("cpu", "memory");

  private ObjectReaders() {}

  public static Workload workload(ObjectKey key, JsonNode object) throws MalformedObject {
    return LeanObjects.of(WorkloadReader.read(object, key.namespace()));
  }

  public static Autoscaler autoscaler(ObjectKey key, JsonNode object) throws MalformedObject {
    return LeanObjects.of(AutoscalerReader.read(object, key.namespace(), "autoscaling/v2"));
  }

  public static NamespaceLabels namespace(ObjectKey key, JsonNode object) {
    Map<String, String> labels = new HashMap<>();
    object
        .path("metadata")
        .path("labels")
        .properties()
        .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
    return new NamespaceLabels(labels);
  }

  /** The defaults of its target are those of KEDA: a Deployment of apps/v1. */
  public static ScaledObject scaledObject(ObjectKey key, JsonNode object) {
    JsonNode target = object.path("spec").path("scaleTargetRef");
    return new ScaledObject(
        key,
        object.path("metadata").path("uid").asText(),
        new TargetReference(
            textOr(target.path("apiVersion"), "apps/v1"),
            textOr(target.path("kind"), "Deployment"),
            target.path("name").asText()));
  }

  /** Unless it says otherwise, it acts, on every container, on CPU and memory. */
  public static VerticalAutoscaler verticalAutoscaler(ObjectKey key, JsonNode object) {
    JsonNode spec = object.path("spec");
    JsonNode target = spec.path("targetRef");
    Map<String, Boolean> controlled = new HashMap<>();
    for (JsonNode policy : spec.path("resourcePolicy").path("containerPolicies")) {
      controlled.put(policy.path("containerName").asText(), controlsRequests(policy));
    }
    return new VerticalAutoscaler(
        key,
        new TargetReference(
            target.path("apiVersion").asText(),
            target.path("kind").asText(),
            target.path("name").asText()),
        spec.path("updatePolicy").path("updateMode").asText().equals("Off"),
        controlled);
  }

  private static boolean controlsRequests(JsonNode containerPolicy) {
    if (containerPolicy.path("mode").asText().equals("Off")) {
      return false;
    }
    JsonNode resources = containerPolicy.path("controlledResources");
    if (!resources.isArray()) {
      return true;
    }
    Set<String> names = new HashSet<>();
    resources.forEach(name -> names.add(name.asText()));
    return names.stream().anyMatch(REQUESTS_OF_PODS::contains);
  }

  private static String textOr(JsonNode value, String otherwise) {
    return value.asText().isEmpty() ? otherwise : value.asText();
  }
}
