package dev.hpasteward.simulation.controller;

/** The status of a pod's Ready condition. */
public enum Readiness {
  READY,
  NOT_READY,
  /** The node is silent. Among pods with samples the controller counts such a pod as ready. */
  UNKNOWN,
  /** The pod has no such condition yet. */
  ABSENT
}
