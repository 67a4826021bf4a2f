package dev.hpasteward.synthesis;

import dev.hpasteward.model.Direction;
import dev.hpasteward.model.Edit;
import dev.hpasteward.model.FieldPath;
import dev.hpasteward.model.Metadata;
import dev.hpasteward.model.RatePolicy;
import dev.hpasteward.model.StewardKeys;
import dev.hpasteward.model.Trigger;
import dev.hpasteward.model.Workload;
import dev.hpasteward.policy.CapacityMetric;
import dev.hpasteward.policy.Resource;
import dev.hpasteward.policy.ResourceThresholds;
import dev.hpasteward.policy.ScalingPolicy;
import dev.hpasteward.policy.ServiceTypePolicy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The HPA that the policy asks for, whole, as edits of an empty object. It names every field that
 * the policy has a say about, so that whatever somebody changes in those can be seen and mended.
 */
public final class GeneratedAutoscaler {

  /**
   * Annotation by which KEDA's own webhook lets a ScaledObject in beside this HPA, which goes as
   * soon as there is one (keda.sh, "Admission Webhooks").
   */
  public static final String KEDA_OWNERSHIP = "validations.keda.sh/hpa-ownership";

  private static final FieldPath METADATA = FieldPath.of("metadata");
  private static final FieldPath SPEC = FieldPath.of("spec");

  private GeneratedAutoscaler() {}

  /**
   * What it is made for.
   *
   * @param name its name
   * @param workload the Deployment that it scales; without a uid, which only a cluster gives, it
   *     owns the HPA not yet
   * @param type the Deployment's service type
   * @param replicas its bounds
   * @param tolerancesKept whether the API server keeps {@code behavior.*.tolerance}
   */
  public record Order(
      String name,
      Workload workload,
      ServiceTypePolicy type,
      ReplicaRange replicas,
      boolean tolerancesKept) {}

  /** All that it says. */
  public static List<Edit> edits(Order order, ScalingPolicy policy) {
    List<Edit> edits = new ArrayList<>();
    edits.add(new Edit(FieldPath.of("apiVersion"), "autoscaling/v2"));
    edits.add(new Edit(FieldPath.of("kind"), "HorizontalPodAutoscaler"));
    addMetadata(order, policy, edits);
    Metadata target = order.workload().metadata();
    edits.add(
        new Edit(
            SPEC.field("scaleTargetRef"),
            Map.of("apiVersion", "apps/v1", "kind", "Deployment", "name", target.name())));
    edits.add(new Edit(SPEC.field("minReplicas"), order.replicas().min()));
    edits.add(new Edit(SPEC.field("maxReplicas"), order.replicas().max()));
    edits.add(new Edit(SPEC.field("metrics"), metrics(order, policy)));
    edits.add(new Edit(Direction.UP.path(), scaleUp(order)));
    edits.add(new Edit(Direction.DOWN.path(), scaleDown(order)));
    return edits;
  }

  private static void addMetadata(Order order, ScalingPolicy policy, List<Edit> edits) {
    Metadata workload = order.workload().metadata();
    Map<String, Object> labels = new TreeMap<>();
    for (String key : policy.generation().copyLabels()) {
      workload.label(key).ifPresent(value -> labels.put(key, value));
    }
    labels.put(StewardKeys.MANAGED_BY, StewardKeys.STEWARD);
    edits.add(new Edit(METADATA.field("name"), order.name()));
    edits.add(new Edit(METADATA.field("namespace"), workload.namespace()));
    edits.add(new Edit(METADATA.field("labels"), labels));
    edits.add(
        new Edit(
            METADATA.field("annotations"),
            Map.of(StewardKeys.POLICY_VERSION, policy.version(), KEDA_OWNERSHIP, "false")));
    workload
        .uid()
        .ifPresent(
            uid ->
                edits.add(
                    new Edit(
                        METADATA.field("ownerReferences"),
                        List.of(
                            Map.of(
                                "apiVersion",
                                "apps/v1",
                                "kind",
                                "Deployment",
                                "name",
                                workload.name(),
                                "uid",
                                uid,
                                "controller",
                                true)))));
  }

  private static List<Map<String, Object>> metrics(Order order, ScalingPolicy policy) {
    List<Map<String, Object>> metrics = new ArrayList<>();
    order
        .type()
        .resources()
        .forEach(
            (resource, thresholds) ->
                metrics.add(MetricEntries.of(resource, target(thresholds, order, policy))));
    for (CapacityMetric capacity : order.type().capacityMetrics()) {
      if (!capacity.placeholder()) {
        metrics.add(MetricEntries.of(capacity));
      }
    }
    return metrics;
  }

  /**
   * The documented threshold; without a scale-up tolerance of its own an HPA would scale up too
   * late, so there its target is as much lower as the cluster's tolerance is high; but never so low
   * that it is at or below the scale-down threshold, where the policy allows none.
   */
  private static int target(ResourceThresholds thresholds, Order order, ScalingPolicy policy) {
    if (order.tolerancesKept()) {
      return thresholds.scaleUpAt();
    }
    int lowered =
        Trigger.targetScalingUpAt(thresholds.scaleUpAt(), policy.controller().tolerance());
    return Math.max(lowered, thresholds.lowestTarget());
  }

  private static Map<String, Object> scaleUp(Order order) {
    int window =
        Math.min(
            order.type().windows().scaleUp().inject(), order.type().windows().scaleDown().inject());
    Map<String, Object> rules = rules(window, apiDefaults(Direction.UP.apiDefaultPolicies()));
    if (order.tolerancesKept()) {
      rules.put("tolerance", "0");
    }
    return rules;
  }

  private static Map<String, Object> scaleDown(Order order) {
    ServiceTypePolicy type = order.type();
    Map<String, Object> rules =
        rules(
            type.windows().scaleDown().inject(),
            type.scaleDownRate().isEmpty()
                ? apiDefaults(Direction.DOWN.apiDefaultPolicies())
                : type.scaleDownRate().stream().map(MissingBehavior::entry).toList());
    if (order.tolerancesKept()) {
      tolerance(type.resources())
          .ifPresent(tolerance -> rules.put("tolerance", tolerance.toPlainString()));
    }
    return rules;
  }

  private static Optional<BigDecimal> tolerance(Map<Resource, ResourceThresholds> resources) {
    return Trigger.scaleDownTolerance(
        resources.values().stream()
            .filter(thresholds -> thresholds.scaleDownAt().isPresent())
            .map(
                thresholds ->
                    new Trigger.Limit(thresholds.scaleUpAt(), thresholds.scaleDownAt().getAsInt()))
            .toList());
  }

  private static Map<String, Object> rules(int window, List<Map<String, Object>> policies) {
    Map<String, Object> rules = new TreeMap<>();
    rules.put("stabilizationWindowSeconds", window);
    rules.put("selectPolicy", "Max");
    rules.put("policies", policies);
    return rules;
  }

  /** Written out: what is not ours, nobody would mend. */
  private static List<Map<String, Object>> apiDefaults(List<RatePolicy> policies) {
    return policies.stream()
        .map(
            policy ->
                Map.<String, Object>of(
                    "type",
                    policy.type(),
                    "value",
                    policy.value(),
                    "periodSeconds",
                    policy.periodSeconds()))
        .toList();
  }
}
