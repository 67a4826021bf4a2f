package dev.hpasteward.cluster.reconcile;

import dev.hpasteward.cluster.state.ClusterState;
import dev.hpasteward.policy.ScalingPolicy;
import java.time.Instant;

/**
 * What a plan is made from besides the Deployment.
 *
 * @param state the cluster; HPAs, ScaledObjects and namespaces are all in it
 * @param policy the policy in force
 * @param tolerancesKept whether the API server keeps {@code behavior.*.tolerance}
 * @param now the time
 */
record Circumstances(
    ClusterState state, ScalingPolicy policy, boolean tolerancesKept, Instant now) {}
