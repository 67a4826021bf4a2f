package dev.hpasteward.rules;

import dev.hpasteward.model.Excerpt;
import dev.hpasteward.model.FieldPath;
import dev.hpasteward.model.StewardKeys;
import dev.hpasteward.policy.NearestName;
import dev.hpasteward.policy.RuleId;
import dev.hpasteward.policy.ScalingPolicy;

/** {@code unknown-service-type}: the label names a service type of the policy. */
public final class UnknownServiceType {

  private static final FieldPath LABEL =
      FieldPath.of("metadata.labels").key(StewardKeys.SERVICE_TYPE);

  private UnknownServiceType() {}

  /** The label stands on the object itself. */
  public static Violation onObject(String value, ScalingPolicy policy) {
    return Violation.of(
        RuleId.UNKNOWN_SERVICE_TYPE,
        LABEL,
        Excerpt.quoted(value),
        known(policy),
        fix(value, policy));
  }

  /** The label stands on the Deployment that an autoscaler targets. */
  public static Violation onTarget(String value, String deployment, ScalingPolicy policy) {
    return Violation.of(
        RuleId.UNKNOWN_SERVICE_TYPE,
        FieldPath.of("spec.scaleTargetRef.name"),
        "Deployment " + Excerpt.plain(deployment) + " of service type " + Excerpt.quoted(value),
        known(policy),
        "correct the label of the Deployment: " + fix(value, policy));
  }

  private static String known(ScalingPolicy policy) {
    return String.join(", ", policy.serviceTypes().keySet());
  }

  private static String fix(String value, ScalingPolicy policy) {
    return NearestName.of(value, policy.serviceTypes().keySet())
        .map(nearest -> "set it to " + nearest)
        .orElse("set it to one of these, or remove the label");
  }
}
