package dev.hpasteward.simulation.promise;

/** What became of a promise, the worst first. */
public enum Outcome {
  /** It could have been kept and was not. */
  BROKEN,
  /**
   * It was not kept, or would not be, and no setting of an HPA with the metrics that the policy
   * documents could, or nothing that an HPA sees.
   */
  CAN_NOT_BE_KEPT,
  /** It was put to the test and kept. */
  KEPT,
  /** Nothing in the run put it to the test, or the strategy gives no number. */
  NOT_TESTED
}
