package dev.hpasteward.admission;

/** What the cluster's API server can do. */
public interface ClusterFeatures {

  /** Whether it keeps {@code behavior.*.tolerance} of an autoscaler. */
  boolean tolerancesKept();
}
