package dev.hpasteward.simulation.promise;

/** What became of a promise, the worst first. */
public enum Outcome {
  /**
   * It was not kept, and the reason is the HPA: it does not do what the strategy says, or does less
   * than it could under the policy's numbers.
   */
  BROKEN,
  /**
   * It was not kept, or would not be, with the policy's documented targets, tolerances and bounds.
   * More pods held ready, or other numbers, may keep it.
   */
  CAN_NOT_BE_KEPT,
  /** It was put to the test and kept. */
  KEPT,
  /** Nothing in the run put it to the test, or the strategy gives no number. */
  NOT_TESTED
}
