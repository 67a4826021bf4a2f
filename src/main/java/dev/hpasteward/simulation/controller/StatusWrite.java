package dev.hpasteward.simulation.controller;

/** What became of the HPA's status at the end of a sync. */
public enum StatusWrite {
  /** Nothing had changed, so nothing was written. */
  NONE,
  OK,
  FAILED
}
