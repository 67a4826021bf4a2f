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
 * @param stored whether the objects are those of a cluster, all of them, as they are stored there;
 *     else they are about to be created, and nobody knows what else there is
 */
public record Settings(
    ScalingPolicy policy,
    String namespace,
    Map<String, String> namespaceLabels,
    KubernetesVersion version,
    Set<RuleId> rules,
    Instant now,
    boolean stored) {

  public Settings {
    namespaceLabels = Map.copyOf(namespaceLabels);
    rules = Set.copyOf(rules);
  }

  /** Of objects in files. */
  public static Settings ofFiles(
      ScalingPolicy policy,
      String namespace,
      Map<String, String> namespaceLabels,
      KubernetesVersion version,
      Set<RuleId> rules,
      Instant now) {
    return new Settings(policy, namespace, namespaceLabels, version, rules, now, false);
  }

  boolean tellsAllRules() {
    return rules.size() == RuleId.values().length;
  }

  /** The same by another policy. */
  public Settings under(ScalingPolicy other) {
    return new Settings(other, namespace, namespaceLabels, version, rules, now, stored);
  }

  String namespaceOf(JsonNode object) {
    String own = object.path("metadata").path("namespace").asText("");
    return own.isEmpty() ? namespace : own;
  }
}
