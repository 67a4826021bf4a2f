package dev.hpasteward.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hpasteward.decision.Governance;
import dev.hpasteward.manifest.Edits;
import dev.hpasteward.manifest.MalformedObject;
import dev.hpasteward.manifest.WorkloadReader;
import dev.hpasteward.model.StewardKeys;
import dev.hpasteward.model.Workload;
import dev.hpasteward.policy.ServiceTypePolicy;
import dev.hpasteward.synthesis.GeneratedAutoscaler;
import dev.hpasteward.synthesis.ReplicaRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the reconciler would write into an HPA of its own under a policy. */
final class GeneratedChanges {

  private static final List<String> OURS =
      List.of("minReplicas", "maxReplicas", "metrics", "behavior");
  private static final String NOTHING = "nothing";

  private GeneratedChanges() {}

  /** Whether the program generated it and keeps it right. */
  static boolean isGenerated(JsonNode autoscaler) {
    return autoscaler
        .path("metadata")
        .path("labels")
        .path(StewardKeys.MANAGED_BY)
        .asText()
        .equals(StewardKeys.STEWARD);
  }

  /** The HPA as it would be; as it is, if its Deployment is no longer of a service type. */
  static JsonNode rewritten(JsonNode autoscaler, JsonNode deployment, Settings settings)
      throws MalformedObject {
    Workload workload = WorkloadReader.read(deployment, settings.namespaceOf(deployment));
    return Governance.ofWorkload(workload, settings.policy())
        .serviceType()
        .map(type -> rewritten(autoscaler, workload, type, settings))
        .orElse(autoscaler);
  }

  private static JsonNode rewritten(
      JsonNode autoscaler, Workload workload, ServiceTypePolicy type, Settings settings) {
    JsonNode wanted =
        Edits.apply(
            JsonNodeFactory.instance.objectNode(),
            GeneratedAutoscaler.edits(
                new GeneratedAutoscaler.Order(
                    autoscaler.path("metadata").path("name").asText(),
                    workload,
                    type,
                    ReplicaRange.of(workload, type.replicas(), false),
                    settings.version().keepsTolerances()),
                settings.policy()));
    CanonicalQuantity.ofAutoscaler(wanted.path("spec"));
    ObjectNode rewritten = autoscaler.deepCopy();
    ObjectNode spec = rewritten.withObject("/spec");
    for (String field : OURS) {
      spec.set(field, wanted.path("spec").path(field));
    }
    return rewritten;
  }

  /** Where the two differ in what the policy has a say about. */
  static List<Preview.Rewrite> between(JsonNode stored, JsonNode wanted) {
    Map<String, String> before = new TreeMap<>();
    Map<String, String> after = new TreeMap<>();
    for (String field : OURS) {
      flatten("spec." + field, stored.path("spec").path(field), before);
      flatten("spec." + field, wanted.path("spec").path(field), after);
    }
    List<Preview.Rewrite> rewrites = new ArrayList<>();
    before.forEach(
        (path, value) -> {
          String now = after.getOrDefault(path, NOTHING);
          if (!now.equals(value)) {
            rewrites.add(new Preview.Rewrite(path, value, now));
          }
        });
    after.forEach(
        (path, value) -> {
          if (!before.containsKey(path)) {
            rewrites.add(new Preview.Rewrite(path, NOTHING, value));
          }
        });
    return rewrites;
  }

  private static void flatten(String path, JsonNode value, Map<String, String> into) {
    if (value.isObject()) {
      value
          .properties()
          .forEach(entry -> flatten(path + "." + entry.getKey(), entry.getValue(), into));
    } else if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        flatten(path + "[" + i + "]", value.get(i), into);
      }
    } else if (!value.isMissingNode() && !value.isNull()) {
      into.put(path, value.asText());
    }
  }
}
