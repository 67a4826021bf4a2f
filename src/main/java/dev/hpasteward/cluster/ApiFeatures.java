package dev.hpasteward.cluster;

/** What the API server can do. */
public interface ApiFeatures {

  /** Whether it keeps {@code behavior.*.tolerance}; false while it has not said. */
  boolean tolerancesKept();
}
