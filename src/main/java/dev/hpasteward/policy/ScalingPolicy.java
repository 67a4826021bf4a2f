package dev.hpasteward.policy;

import java.util.Map;
import java.util.Optional;

/**
 * The policy in force.
 *
 * @param name the policy document's name
 * @param serviceTypes what it says, by service type, in the document's order
 * @param corrections how far the webhook may change objects
 * @param controller what holds where an autoscaler says nothing
 * @param actions the rules whose action differs from their default
 */
public record ScalingPolicy(
    String name,
    Map<String, ServiceTypePolicy> serviceTypes,
    Corrections corrections,
    ControllerDefaults controller,
    Map<RuleId, Action> actions) {

  public ScalingPolicy {
    serviceTypes = Ordered.copyOf(serviceTypes);
    actions = Map.copyOf(actions);
  }

  public Optional<ServiceTypePolicy> serviceType(String name) {
    return Optional.ofNullable(serviceTypes.get(name));
  }

  /** What follows from a finding of this rule. */
  public Action action(RuleId rule) {
    return actions.getOrDefault(rule, rule.defaultAction());
  }
}
