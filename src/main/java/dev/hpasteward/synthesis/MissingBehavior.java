package dev.hpasteward.synthesis;

import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.Direction;
import dev.hpasteward.model.Edit;
import dev.hpasteward.model.Metric;
import dev.hpasteward.model.ScalingRules;
import dev.hpasteward.model.Trigger;
import dev.hpasteward.policy.Resource;
import dev.hpasteward.policy.ResourceThresholds;
import dev.hpasteward.policy.ScalingRate;
import dev.hpasteward.policy.ServiceTypePolicy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Windows, tolerances and the scale-down rate that an autoscaler's author left out. */
final class MissingBehavior {

  private static final String WINDOW = "stabilizationWindowSeconds";
  private static final String TOLERANCE = "tolerance";

  private MissingBehavior() {}

  static List<Edit> edits(Autoscaler autoscaler, ServiceTypePolicy type, boolean tolerancesKept) {
    List<Edit> edits = new ArrayList<>();
    int down =
        autoscaler
            .scaleDown()
            .stabilizationWindowSeconds()
            .orElse(type.windows().scaleDown().inject());
    if (autoscaler.scaleUp().stabilizationWindowSeconds().isEmpty()) {
      int up = Math.min(type.windows().scaleUp().inject(), down);
      edits.add(new Edit(Direction.UP.path().field(WINDOW), up));
    }
    if (tolerancesKept && autoscaler.scaleUp().tolerance().isEmpty()) {
      edits.add(new Edit(Direction.UP.path().field(TOLERANCE), "0"));
    }
    if (autoscaler.scaleDown().stabilizationWindowSeconds().isEmpty()) {
      edits.add(new Edit(Direction.DOWN.path().field(WINDOW), down));
    }
    if (tolerancesKept && autoscaler.scaleDown().tolerance().isEmpty()) {
      scaleDownTolerance(autoscaler, type)
          .ifPresent(
              tolerance ->
                  edits.add(
                      new Edit(Direction.DOWN.path().field(TOLERANCE), tolerance.toPlainString())));
    }
    if (leavesRateOut(autoscaler) && !type.scaleDownRate().isEmpty()) {
      edits.add(
          new Edit(
              Direction.DOWN.path().field("policies"),
              type.scaleDownRate().stream().map(MissingBehavior::entry).toList()));
    }
    return edits;
  }

  /** The tolerance that fits the autoscaler's own targets. */
  static Optional<BigDecimal> scaleDownTolerance(Autoscaler autoscaler, ServiceTypePolicy type) {
    return Trigger.scaleDownTolerance(limits(autoscaler, type));
  }

  /**
   * Whether the author gave no scale-down rate. Once {@code behavior} is present the API server
   * writes its own default before we see the object; on an object that Git holds we can't tell that
   * from the author's word, so there it counts as given.
   */
  private static boolean leavesRateOut(Autoscaler autoscaler) {
    ScalingRules rules = autoscaler.scaleDown();
    if (rules.policies().isEmpty()) {
      return !rules.disabled();
    }
    return rules.policies().equals(Direction.DOWN.apiDefaultPolicies())
        && rules.selectPolicy().filter(policy -> !policy.equals("Max")).isEmpty()
        && !autoscaler.metadata().trackedByGitOps();
  }

  /** Targets as they will be once the missing metrics are there: those have the documented ones. */
  private static List<Trigger.Limit> limits(Autoscaler autoscaler, ServiceTypePolicy type) {
    List<Trigger.Limit> limits = new ArrayList<>();
    type.resources()
        .forEach(
            (resource, thresholds) ->
                thresholds
                    .scaleDownAt()
                    .ifPresent(
                        limit ->
                            targets(autoscaler, resource, thresholds)
                                .forEach(target -> limits.add(new Trigger.Limit(target, limit)))));
    return limits;
  }

  private static List<Integer> targets(
      Autoscaler autoscaler, Resource resource, ResourceThresholds thresholds) {
    List<Integer> targets =
        autoscaler.metrics().stream()
            .filter(metric -> metric.isResource(resource.id()))
            .map(Metric.OfResource.class::cast)
            .map(metric -> metric.target().averageUtilization())
            .filter(OptionalInt::isPresent)
            .map(OptionalInt::getAsInt)
            .filter(thresholds::allowsTarget)
            .toList();
    return targets.isEmpty() ? List.of(thresholds.scaleUpAt()) : targets;
  }

  static Map<String, Object> entry(ScalingRate rate) {
    return Map.of(
        "type", rate.unit().type(), "value", rate.amount(), "periodSeconds", rate.everySeconds());
  }
}
