package dev.hpasteward.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hpasteward.policy.RuleId;
import dev.hpasteward.policy.ScalingPolicy;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * What a call goes by.
 *
 * @param policy the policy
 * @param namespace of objects that name none
 * @param namespaceLabels of each namespace that is not among the objects
 * @param version of the cluster that the objects are for
 * @param rules those that are told
 * @param now the time, by which exemptions end
 */
public record Settings(
    ScalingPolicy policy,
    String namespace,
    Map<String, String> namespaceLabels,
    KubernetesVersion version,
    Set<RuleId> rules,
    Instant now) {

  public Settings {
    namespaceLabels = Map.copyOf(namespaceLabels);
    rules = Set.copyOf(rules);
  }

  boolean tellsAllRules() {
    return rules.size() == RuleId.values().length;
  }

  /** The same by another policy. */
  Settings under(ScalingPolicy other) {
    return new Settings(other, namespace, namespaceLabels, version, rules, now);
  }

  String namespaceOf(JsonNode object) {
    String own = object.path("metadata").path("namespace").asText("");
    return own.isEmpty() ? namespace : own;
  }
}
