package dev.hpasteward.policy;

/** What happens when a manifest sets the replicas of a Deployment that an autoscaler scales. */
public enum ReplicasOnUpdate {
  /** The live count is kept, with a warning. */
  KEEP_LIVE,
  /** Only the warning. */
  WARN
}
