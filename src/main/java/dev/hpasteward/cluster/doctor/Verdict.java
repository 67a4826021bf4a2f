package dev.hpasteward.cluster.doctor;

/** What one check came to. */
public enum Verdict {
  /** As it should be. */
  OK,
  /** Works, but somebody should look at it. */
  WARN,
  /** Does not work, or will not. */
  FAIL,
  /** Could not be told, or does not apply; says why. */
  SKIP
}
