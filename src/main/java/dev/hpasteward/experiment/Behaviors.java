package dev.hpasteward.experiment;

import dev.hpasteward.model.Direction;
import dev.hpasteward.model.ScalingRules;
import dev.hpasteward.simulation.controller.AutoscalerSpec;
import dev.hpasteward.simulation.controller.Behavior;
import java.util.Optional;
import java.util.OptionalInt;

/** The rules of an HPA, and the same HPA with others. */
final class Behaviors {

  private Behaviors() {}

  /** Those in force; what the API server fills in once there are any, where there are none. */
  static ScalingRules rules(Candidate candidate, Direction direction) {
    Behavior behavior = candidate.autoscaler().behavior();
    if (behavior == null) {
      return new ScalingRules(
          direction == Direction.UP ? OptionalInt.of(0) : OptionalInt.empty(),
          Optional.of("Max"),
          direction.apiDefaultPolicies(),
          Optional.empty());
    }
    return direction == Direction.UP ? behavior.up() : behavior.down();
  }

  static Candidate with(Candidate candidate, Direction direction, ScalingRules rules) {
    Behavior behavior =
        direction == Direction.UP
            ? new Behavior(rules, rules(candidate, Direction.DOWN))
            : new Behavior(rules(candidate, Direction.UP), rules);
    return candidate.with(candidate.name(), with(candidate.autoscaler(), behavior));
  }

  private static AutoscalerSpec with(AutoscalerSpec spec, Behavior behavior) {
    return new AutoscalerSpec(
        spec.namespace(),
        spec.name(),
        spec.target(),
        spec.minReplicas(),
        spec.maxReplicas(),
        spec.metrics(),
        behavior);
  }
}
