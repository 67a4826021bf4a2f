package dev.hpasteward.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * {@code behavior.scaleUp} or {@code behavior.scaleDown} of an autoscaler, as its author or the API
 * server's defaulting wrote it.
 *
 * @param stabilizationWindowSeconds 0 to 3600
 * @param selectPolicy {@code Max}, {@code Min} or {@code Disabled}
 * @param policies how fast it may scale; empty: unset
 * @param tolerance ratio around the target inside which nothing scales
 */
public record ScalingRules(
    OptionalInt stabilizationWindowSeconds,
    Optional<String> selectPolicy,
    List<RatePolicy> policies,
    Optional<Quantity> tolerance) {

  /** An author who wrote nothing. */
  public static final ScalingRules UNSET =
      new ScalingRules(OptionalInt.empty(), Optional.empty(), List.of(), Optional.empty());

  public ScalingRules {
    policies = List.copyOf(policies);
  }

  /** Whether scaling in this direction is switched off. */
  public boolean disabled() {
    return selectPolicy.filter("Disabled"::equals).isPresent();
  }
}
