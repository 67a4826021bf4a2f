package dev.hpasteward.simulation.controller;

/** {@code status.phase} of a pod. The controller takes a succeeded pod for a running one. */
public enum PodPhase {
  PENDING,
  RUNNING,
  SUCCEEDED,
  FAILED,
  UNKNOWN
}
