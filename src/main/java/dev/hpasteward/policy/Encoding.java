package dev.hpasteward.policy;

/** How a free-capacity metric is written into an autoscaler that we fill in or generate. */
public enum Encoding {
  /**
   * As the strategy writes it: a Pods metric with an AverageValue. An HPA never scales up on it.
   */
  DOCUMENTED,
  /** An External metric of the capacity needed, with AverageValue 1. */
  HEADROOM
}
