package dev.hpasteward.experiment;

import dev.hpasteward.model.Direction;
import dev.hpasteward.model.RatePolicy;
import dev.hpasteward.model.ScalingRules;
import java.util.List;
import java.util.stream.Stream;

/** How fast pods are added and taken away, around what an HPA says: one direction at a time. */
final class SettingRates {

  /** What the API server fills in where nobody bounds it. */
  static final RatePolicy ALL_AT_ONCE = new RatePolicy("Percent", 100, 15);

  private static final int LONGEST_PERIOD = 1800;

  private SettingRates() {}

  /** The HPA's own first. */
  static Stream<Candidate> around(Candidate candidate) {
    List<RatePolicy> down = Behaviors.rules(candidate, Direction.DOWN).policies();
    List<RatePolicy> up = Behaviors.rules(candidate, Direction.UP).policies();
    return Stream.concat(
            Stream.of(down, slower(down), faster(down), List.of(ALL_AT_ONCE))
                .map(policies -> changed(candidate, Direction.DOWN, policies)),
            Stream.of(slower(up), Direction.UP.apiDefaultPolicies())
                .map(policies -> changed(candidate, Direction.UP, policies)))
        .distinct();
  }

  private static List<RatePolicy> slower(List<RatePolicy> policies) {
    return policies.stream()
        .map(
            policy ->
                new RatePolicy(
                    policy.type(),
                    policy.value(),
                    Math.min(LONGEST_PERIOD, policy.periodSeconds() * 2)))
        .toList();
  }

  private static List<RatePolicy> faster(List<RatePolicy> policies) {
    return policies.stream()
        .map(
            policy ->
                new RatePolicy(
                    policy.type(), policy.value(), Math.max(1, policy.periodSeconds() / 2)))
        .toList();
  }

  static Candidate changed(Candidate candidate, Direction direction, List<RatePolicy> policies) {
    ScalingRules rules = Behaviors.rules(candidate, direction);
    return policies.equals(rules.policies())
        ? candidate
        : Behaviors.with(
            candidate,
            direction,
            new ScalingRules(
                rules.stabilizationWindowSeconds(),
                rules.selectPolicy(),
                policies,
                rules.tolerance()));
  }
}
