package dev.hpasteward.cluster;

import dev.hpasteward.cluster.state.ClusterState;

/** A cluster as far as it was seen. */
public interface KnownCluster {

  /** Whether there is a cluster at all. */
  boolean exists();

  /** What was seen; grows and changes by itself. */
  ClusterState state();

  /** Whether everything was seen once; true for good from then on. */
  boolean complete();
}
