package dev.hpasteward.cluster.doctor;

import dev.hpasteward.model.StewardKeys;
import dev.hpasteward.policy.Resource;
import dev.hpasteward.policy.ResourceThresholds;
import dev.hpasteward.policy.RuleId;
import dev.hpasteward.policy.ScalingPolicy;
import dev.hpasteward.policy.ServiceTypePolicy;
import java.util.Optional;

/**
 * An HPA that the policy refuses, to be sent as a dry run.
 *
 * @param rule the rule that it breaks
 * @param json the HPA
 */
record BadAutoscaler(RuleId rule, String json) {

  /** Higher than any threshold that a policy can document. */
  private static final int TOO_HIGH = 1001;

  /** It breaks a CPU threshold; where the policy documents none, its service type is unknown. */
  static BadAutoscaler of(ScalingPolicy policy) {
    Optional<String> type =
        policy.serviceTypes().values().stream()
            .filter(each -> cpu(each).isPresent())
            .map(ServiceTypePolicy::name)
            .findFirst();
    return new BadAutoscaler(
        type.isPresent() ? RuleId.CPU_TARGET : RuleId.UNKNOWN_SERVICE_TYPE,
        """
        {"apiVersion": "autoscaling/v2", "kind": "HorizontalPodAutoscaler",
         "metadata": {"name": "hpa-steward-doctor", "labels": {"%s": "%s"}},
         "spec": {
           "scaleTargetRef": {"apiVersion": "apps/v1", "kind": "Deployment", "name": "hpa-steward-doctor"},
           "minReplicas": 2, "maxReplicas": 3,
           "metrics": [{"type": "Resource", "resource": {"name": "cpu",
             "target": {"type": "Utilization", "averageUtilization": %d}}}]}}
        """
            .formatted(StewardKeys.SERVICE_TYPE, type.orElse("hpa-steward-doctor"), TOO_HIGH));
  }

  private static Optional<ResourceThresholds> cpu(ServiceTypePolicy type) {
    return type.thresholds(Resource.CPU.id());
  }
}
