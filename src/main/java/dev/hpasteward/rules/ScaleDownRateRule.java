package dev.hpasteward.rules;

import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.Direction;
import dev.hpasteward.model.RatePolicy;
import dev.hpasteward.model.ScalingRules;
import dev.hpasteward.policy.RuleId;
import dev.hpasteward.policy.ScalingRate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;

/**
 * {@code scale-down-rate}: explicit policies remove pods no faster than the policy's rate, counted
 * from maxReplicas. What equals the API server's default counts as left out, except on objects that
 * Git holds: nothing is filled in there.
 */
final class ScaleDownRateRule implements Rule<Autoscaler> {

  private static final double ROUNDING = 1e-9;
  private static final int SECONDS = 60;

  @Override
  public Set<RuleId> ids() {
    return Set.of(RuleId.SCALE_DOWN_RATE);
  }

  @Override
  public void check(Inspection<Autoscaler> inspection, Consumer<Violation> report) {
    Autoscaler autoscaler = inspection.subject();
    List<ScalingRate> documented = inspection.type().scaleDownRate();
    if (documented.isEmpty()
        || autoscaler.scaleDown().disabled()
        || autoscaler.maxReplicas().isEmpty()
        || leftOut(autoscaler)) {
      return;
    }
    int replicas = autoscaler.maxReplicas().getAsInt();
    double allowed =
        documented.stream()
            .mapToDouble(rate -> perMinute(amount(rate, replicas), rate.everySeconds()))
            .max()
            .orElseThrow();
    OptionalDouble found = found(autoscaler.scaleDown(), replicas);
    if (found.isPresent() && found.getAsDouble() > allowed + ROUNDING) {
      report.accept(
          Violation.of(
                  RuleId.SCALE_DOWN_RATE,
                  Direction.DOWN.path().field("policies"),
                  "up to %s pods a minute at %d replicas"
                      .formatted(text(found.getAsDouble()), replicas),
                  "at most " + text(allowed),
                  "write " + documentedPolicies(documented))
              .distance(found.getAsDouble() - allowed));
    }
  }

  private static boolean leftOut(Autoscaler autoscaler) {
    List<RatePolicy> policies = autoscaler.scaleDown().policies();
    return policies.isEmpty()
        || (policies.equals(Direction.DOWN.apiDefaultPolicies())
            && !autoscaler.metadata().trackedByGitOps());
  }

  private static OptionalDouble found(ScalingRules rules, int replicas) {
    boolean slowest = rules.selectPolicy().filter("Min"::equals).isPresent();
    Comparator<Double> order = Comparator.naturalOrder();
    return rules.policies().stream()
        .filter(policy -> policy.periodSeconds() > 0)
        .map(policy -> perMinute(amount(policy, replicas), policy.periodSeconds()))
        .max(slowest ? order.reversed() : order)
        .map(OptionalDouble::of)
        .orElseGet(OptionalDouble::empty);
  }

  private static double perMinute(double pods, int everySeconds) {
    return pods * SECONDS / everySeconds;
  }

  private static double amount(ScalingRate rate, int replicas) {
    return amount(rate.unit().type(), rate.amount(), replicas);
  }

  private static double amount(RatePolicy policy, int replicas) {
    return amount(policy.type(), policy.value(), replicas);
  }

  /** The controller truncates what is left over (horizontal.go). */
  private static double amount(String type, int value, int replicas) {
    return type.equals(ScalingRate.Unit.PERCENT.type())
        ? replicas - Math.floor(replicas * (1 - value / 100.0))
        : value;
  }

  private static String text(double pods) {
    return pods == Math.rint(pods)
        ? Long.toString(Math.round(pods))
        : String.format(Locale.ROOT, "%.1f", pods);
  }

  private static String documentedPolicies(List<ScalingRate> documented) {
    return documented.stream()
        .map(
            rate ->
                "- {type: %s, value: %d, periodSeconds: %d}"
                    .formatted(rate.unit().type(), rate.amount(), rate.everySeconds()))
        .reduce((one, other) -> one + " " + other)
        .orElseThrow();
  }
}
