package dev.hpasteward.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hpasteward.model.Direction;
import dev.hpasteward.model.RatePolicy;
import java.util.List;

/**
 * What the API server fills into an HPA (apis/autoscaling/v2/defaults.go): nothing that its author
 * wrote is touched, and {@code behavior} is completed only where there is one.
 */
final class AutoscalerDefaults {

  private static final int CPU_PERCENT = 80;

  private AutoscalerDefaults() {}

  static void fillIn(ObjectNode autoscaler) {
    if (!isAbsentOr(autoscaler, "spec", JsonNode::isObject)) {
      return;
    }
    ObjectNode spec =
        autoscaler.path("spec") instanceof ObjectNode there ? there : autoscaler.putObject("spec");
    if (!spec.hasNonNull("minReplicas")) {
      spec.put("minReplicas", 1);
    }
    if (spec.path("metrics").isEmpty() && isAbsentOr(spec, "metrics", JsonNode::isArray)) {
      ObjectNode resource = spec.putArray("metrics").addObject().put("type", "Resource");
      resource
          .putObject("resource")
          .put("name", "cpu")
          .putObject("target")
          .put("type", "Utilization")
          .put("averageUtilization", CPU_PERCENT);
    }
    if (spec.path("behavior") instanceof ObjectNode behavior) {
      complete(behavior, "scaleUp", Direction.UP.apiDefaultPolicies());
      complete(behavior, "scaleDown", Direction.DOWN.apiDefaultPolicies());
      if (behavior.path("scaleUp") instanceof ObjectNode up
          && !up.hasNonNull("stabilizationWindowSeconds")) {
        up.put("stabilizationWindowSeconds", 0);
      }
    }
  }

  private static void complete(ObjectNode behavior, String field, List<RatePolicy> policies) {
    if (!isAbsentOr(behavior, field, JsonNode::isObject)) {
      return;
    }
    ObjectNode rules =
        behavior.path(field) instanceof ObjectNode there ? there : behavior.putObject(field);
    if (!rules.hasNonNull("selectPolicy")) {
      rules.put("selectPolicy", "Max");
    }
    if (!rules.hasNonNull("policies")) {
      var list = rules.putArray("policies");
      for (RatePolicy policy : policies) {
        list.addObject()
            .put("type", policy.type())
            .put("value", policy.value())
            .put("periodSeconds", policy.periodSeconds());
      }
    }
  }

  /** What is of another type is its author's mistake, and stays to be told. */
  private static boolean isAbsentOr(
      ObjectNode object, String field, java.util.function.Predicate<JsonNode> type) {
    JsonNode value = object.path(field);
    return value.isMissingNode() || value.isNull() || type.test(value);
  }
}
