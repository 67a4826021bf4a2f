package dev.hpasteward.cluster.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hpasteward.cluster.state.ClusterState;
import dev.hpasteward.cluster.state.ObjectKey;
import dev.hpasteward.cluster.state.Seen;
import dev.hpasteward.model.Workload;
import dev.hpasteward.policy.ScalingPolicy;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the reconciler would write in a cluster under a policy. Nothing is written.
 *
 * @param applied HPAs that it would generate or rewrite: all that it would say of each, by the
 *     HPA's key
 * @param removed HPAs that it would delete
 */
public record Outlook(Map<ObjectKey, JsonNode> applied, Set<ObjectKey> removed) {

  /**
   * Plans for each Deployment of the cluster.
   *
   * @param tolerancesKept whether the API server keeps {@code behavior.*.tolerance}
   */
  public static Outlook of(
      ClusterState state, ScalingPolicy policy, boolean tolerancesKept, Instant now) {
    Circumstances circumstances = new Circumstances(state, policy, tolerancesKept, now);
    Map<ObjectKey, JsonNode> applied = new LinkedHashMap<>();
    Set<ObjectKey> removed = new HashSet<>();
    List<ObjectKey> deployments =
        state.workloads().all().stream()
            .map(Seen<Workload>::key)
            .sorted(Comparator.comparing(ObjectKey::namespace).thenComparing(ObjectKey::name))
            .toList();
    for (ObjectKey deployment : deployments) {
      Step step = Planner.plan(deployment, circumstances).step();
      if (step instanceof Step.Apply apply) {
        applied.put(new ObjectKey(deployment.namespace(), apply.name()), apply.body());
      } else if (step instanceof Step.Remove remove) {
        removed.add(new ObjectKey(deployment.namespace(), remove.name()));
      }
    }
    return new Outlook(applied, removed);
  }
}
