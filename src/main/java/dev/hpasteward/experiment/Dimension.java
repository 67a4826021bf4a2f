package dev.hpasteward.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a sweep varies. */
public enum Dimension {
  /** Utilization targets of CPU and memory. */
  TARGET,
  /** The tolerances of both directions. */
  TOLERANCE,
  /** The stabilization windows of both directions. */
  WINDOW,
  /** How fast pods are added and taken away. */
  RATE,
  /**
   * How long pods and nodes take to start, and samples to arrive: no setting of an HPA, but
   * something to spend money on.
   */
  DELAY;

  /** Those of a sweep for which nobody names any: what an HPA can be told. */
  public static final List<Dimension> OF_AUTOSCALER = List.of(TARGET, TOLERANCE, WINDOW, RATE);

  /** As people write it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The dimension of this id. */
  public static Optional<Dimension> of(String id) {
    return Arrays.stream(values()).filter(dimension -> dimension.id().equals(id)).findFirst();
  }
}
