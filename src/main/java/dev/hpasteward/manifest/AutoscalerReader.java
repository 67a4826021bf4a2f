package dev.hpasteward.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.Metric;
import dev.hpasteward.model.RatePolicy;
import dev.hpasteward.model.ScalingRules;
import dev.hpasteward.model.StewardKeys;
import dev.hpasteward.model.TargetReference;
import java.util.ArrayList;
import java.util.List;

/** Reads a HorizontalPodAutoscaler of autoscaling/v2. */
public final class AutoscalerReader {

  private AutoscalerReader() {}

  /**
   * Reads the object.
   *
   * @param namespace the namespace of the request
   * @param writtenAs the apiVersion that its author used
   * @throws MalformedObject if a field is of a wrong type; it says which
   */
  public static Autoscaler read(JsonNode object, String namespace, String writtenAs)
      throws MalformedObject {
    Node root = Node.root(object);
    Node spec = root.field("spec");
    Node target = spec.field("scaleTargetRef");
    List<Metric> metrics = new ArrayList<>();
    for (Node metric : spec.field("metrics").elements()) {
      metrics.add(MetricReader.read(metric));
    }
    Node behavior = spec.field("behavior");
    return new Autoscaler(
        MetadataReader.read(root, namespace),
        writtenAs,
        new TargetReference(
            target.field("apiVersion").textOrEmpty(),
            target.field("kind").textOrEmpty(),
            target.field("name").textOrEmpty()),
        spec.field("minReplicas").number(),
        spec.field("maxReplicas").number(),
        metrics,
        rules(behavior.field("scaleUp")),
        rules(behavior.field("scaleDown")),
        AppliedFields.applied(object, StewardKeys.FIELD_MANAGER));
  }

  private static ScalingRules rules(Node rules) throws MalformedObject {
    List<RatePolicy> policies = new ArrayList<>();
    for (Node policy : rules.field("policies").elements()) {
      policies.add(
          new RatePolicy(
              policy.field("type").textOrEmpty(),
              policy.field("value").number().orElse(0),
              policy.field("periodSeconds").number().orElse(0)));
    }
    return new ScalingRules(
        rules.field("stabilizationWindowSeconds").number(),
        rules.field("selectPolicy").text(),
        policies,
        rules.field("tolerance").quantity());
  }
}
