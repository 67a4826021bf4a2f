package dev.hpasteward.rules;

import dev.hpasteward.model.FieldPath;
import dev.hpasteward.policy.RuleId;

/** The same words for a bound in an HPA's spec and in a Deployment's annotation. */
final class ReplicaViolations {

  private ReplicaViolations() {}

  static Violation belowFloor(FieldPath path, int found, int floor) {
    return Violation.of(
            RuleId.REPLICA_BOUNDS,
            path,
            Integer.toString(found),
            "at least " + floor,
            "set it to " + floor)
        .distance(floor - found);
  }

  /** Has no correction: a maximum below the running replicas removes the rest at once. */
  static Violation aboveCeiling(FieldPath path, int found, int ceiling) {
    return Violation.of(
            RuleId.REPLICA_BOUNDS,
            path,
            Integer.toString(found),
            "at most " + ceiling,
            "set it to " + ceiling)
        .distance(found - ceiling);
  }
}
