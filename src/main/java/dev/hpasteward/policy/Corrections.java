package dev.hpasteward.policy;

/** How far the webhook may change an object on its way in. */
public enum Corrections {
  /** Nothing is changed. */
  NONE,
  /** What the author left out is filled in. */
  FILL,
  /** What the author left out is filled in, and what contradicts the policy is corrected. */
  REWRITE
}
