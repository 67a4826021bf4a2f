package dev.hpasteward.policy;

import java.util.Map;
import java.util.Optional;

/**
 * The policy in force.
 *
 * @param name the policy document's name
 * @param version the first 12 hexadecimal digits of the SHA-256 of the document's bytes
 * @param serviceTypes what it says, by service type, in the document's order
 * @param corrections how far the webhook may change objects
 * @param controller what holds where an autoscaler says nothing
 * @param actions the rules whose action differs from their default
 * @param modes how much is done in which namespace
 * @param exemptions which exemptions are allowed
 * @param replicasOnUpdate what happens to replicas that a manifest sets
 * @param generation how HPAs are generated
 */
public record ScalingPolicy(
    String name,
    String version,
    Map<String, ServiceTypePolicy> serviceTypes,
    Corrections corrections,
    ControllerDefaults controller,
    Map<RuleId, Action> actions,
    Modes modes,
    ExemptionRules exemptions,
    ReplicasOnUpdate replicasOnUpdate,
    Generation generation) {

  public ScalingPolicy {
    serviceTypes = Ordered.copyOf(serviceTypes);
    actions = Map.copyOf(actions);
  }

  /** The same with the webhook changing objects so far. */
  public ScalingPolicy correcting(Corrections other) {
    return new ScalingPolicy(
        name,
        version,
        serviceTypes,
        other,
        controller,
        actions,
        modes,
        exemptions,
        replicasOnUpdate,
        generation);
  }

  public Optional<ServiceTypePolicy> serviceType(String name) {
    return Optional.ofNullable(serviceTypes.get(name));
  }

  /** What follows from a finding of this rule. */
  public Action action(RuleId rule) {
    return actions.getOrDefault(rule, rule.defaultAction());
  }
}
