package dev.hpasteward.rules;

import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.Direction;
import dev.hpasteward.model.RatePolicy;
import dev.hpasteward.policy.RuleId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * {@code scale-up-rate}: explicit policies let at least one pod start within the longest scale-up
 * window that the policy allows, counted from minReplicas.
 */
final class ScaleUpRateRule implements Rule<Autoscaler> {

  @Override
  public Set<RuleId> ids() {
    return Set.of(RuleId.SCALE_UP_RATE);
  }

  @Override
  public void check(Inspection<Autoscaler> inspection, Consumer<Violation> report) {
    Autoscaler autoscaler = inspection.subject();
    int seconds = inspection.type().windows().scaleUp().atMost();
    if (seconds == 0 || autoscaler.scaleUp().disabled()) {
      return;
    }
    podsWithin(seconds, autoscaler)
        .filter(pods -> pods < 1)
        .ifPresent(
            pods ->
                report.accept(
                    Violation.of(
                            RuleId.SCALE_UP_RATE,
                            Direction.UP.path().field("policies"),
                            "less than one pod in " + seconds + " s",
                            "at least one pod in " + seconds + " s",
                            "allow it, e.g. - {type: Pods, value: 4, periodSeconds: 15}")
                        .distance(1 - pods)));
  }

  /** Pods that the policies let start within these seconds; empty where there are none. */
  private static Optional<Double> podsWithin(int seconds, Autoscaler autoscaler) {
    List<RatePolicy> policies = autoscaler.scaleUp().policies();
    boolean slowest = autoscaler.scaleUp().selectPolicy().filter("Min"::equals).isPresent();
    Comparator<Double> order = Comparator.naturalOrder();
    return policies.stream()
        .filter(policy -> policy.periodSeconds() > 0)
        .map(
            policy ->
                pods(policy, autoscaler.effectiveMinReplicas()) * seconds / policy.periodSeconds())
        .max(slowest ? order.reversed() : order);
  }

  /** Pods in one period; the controller rounds per cent up (horizontal.go). */
  private static double pods(RatePolicy policy, int replicas) {
    return policy.type().equals("Percent")
        ? Math.ceil(replicas * (1 + policy.value() / 100.0)) - replicas
        : policy.value();
  }
}
