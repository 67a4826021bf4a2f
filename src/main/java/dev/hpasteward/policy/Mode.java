package dev.hpasteward.policy;

import java.util.Optional;

/** How much HPA Steward does in a namespace. */
public enum Mode {
  /** Change, generate, deny. */
  ENFORCE,
  /** Change nothing; what would be denied is a warning. */
  WARN,
  /** Change nothing and show nothing; record. */
  AUDIT,
  /** Look away. */
  OFF;

  /** What follows from a finding here: the weaker of mode and action; nothing in {@code OFF}. */
  public Optional<Action> limit(Action action) {
    return switch (this) {
      case ENFORCE -> Optional.of(action);
      case WARN -> Optional.of(action == Action.DENY ? Action.WARN : action);
      case AUDIT -> Optional.of(Action.AUDIT);
      case OFF -> Optional.empty();
    };
  }
}
