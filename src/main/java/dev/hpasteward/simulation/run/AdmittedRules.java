package dev.hpasteward.simulation.run;

import dev.hpasteward.model.Direction;
import dev.hpasteward.model.FieldPath;
import dev.hpasteward.model.RatePolicy;
import dev.hpasteward.model.ScalingRules;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** {@code behavior.scaleUp} or {@code scaleDown} as the API server checks it and fills it in. */
final class AdmittedRules {

  private static final int LONGEST_WINDOW = 3600;
  private static final int LONGEST_PERIOD = 1800;
  private static final Set<String> SELECT_POLICIES = Set.of("Max", "Min", "Disabled");
  private static final Set<String> TYPES = Set.of("Pods", "Percent");

  private AdmittedRules() {}

  static void check(Direction direction, ScalingRules rules, Refusals refusals) {
    FieldPath path = direction.path();
    int window = rules.stabilizationWindowSeconds().orElse(0);
    if (window < 0 || window > LONGEST_WINDOW) {
      refusals.add(path.field("stabilizationWindowSeconds"), "it is " + window, "write 0 to 3600");
    }
    rules
        .selectPolicy()
        .filter(policy -> !SELECT_POLICIES.contains(policy))
        .ifPresent(
            policy ->
                refusals.add(
                    path.field("selectPolicy"),
                    "\"%s\" is none".formatted(policy),
                    "write Max, Min or Disabled"));
    rules
        .tolerance()
        .filter(tolerance -> tolerance.value().signum() < 0)
        .ifPresent(
            tolerance ->
                refusals.add(
                    path.field("tolerance"),
                    "%s is negative".formatted(tolerance),
                    "write 0 or more"));
    for (int index = 0; index < rules.policies().size(); index++) {
      check(path.field("policies").index(index), rules.policies().get(index), refusals);
    }
  }

  private static void check(FieldPath path, RatePolicy policy, Refusals refusals) {
    if (!TYPES.contains(policy.type())) {
      refusals.add(
          path.field("type"), "\"%s\" is none".formatted(policy.type()), "write Pods or Percent");
    }
    if (policy.value() < 1) {
      refusals.add(path.field("value"), "it is missing or below 1", "write 1 or more");
    }
    if (policy.periodSeconds() < 1 || policy.periodSeconds() > LONGEST_PERIOD) {
      refusals.add(path.field("periodSeconds"), "it is not 1 to 1800", "write 1 to 1800");
    }
  }

  /** With what the API server fills in. */
  static ScalingRules filled(Direction direction, ScalingRules rules) {
    OptionalInt window = rules.stabilizationWindowSeconds();
    List<RatePolicy> policies =
        rules.policies().isEmpty() ? direction.apiDefaultPolicies() : rules.policies();
    return new ScalingRules(
        window.isEmpty() && direction == Direction.UP ? OptionalInt.of(0) : window,
        Optional.of(rules.selectPolicy().orElse("Max")),
        policies,
        rules.tolerance());
  }
}
