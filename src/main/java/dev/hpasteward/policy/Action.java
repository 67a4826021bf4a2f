package dev.hpasteward.policy;

/** What follows from a finding. */
public enum Action {
  /** The write is refused. */
  DENY,
  /** The write passes, and the person who sent it is warned. */
  WARN,
  /** The write passes silently; the finding is recorded. */
  AUDIT
}
