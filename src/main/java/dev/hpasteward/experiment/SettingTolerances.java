package dev.hpasteward.experiment;

import dev.hpasteward.model.Direction;
import dev.hpasteward.model.Quantity;
import dev.hpasteward.model.ScalingRules;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;

/** Tolerances around those of an HPA; only its own where the cluster drops them. */
final class SettingTolerances {

  private static final BigDecimal LESS = new BigDecimal("-0.2");
  private static final BigDecimal MORE = new BigDecimal("0.1");

  private SettingTolerances() {}

  /** The HPA's own first. */
  static Stream<Candidate> around(Candidate candidate) {
    if (!candidate.flags().configurableTolerance()) {
      return Stream.of(candidate);
    }
    return Stream.of(of(candidate, Direction.UP), BigDecimal.ZERO, cluster(candidate))
        .distinct()
        .map(tolerance -> changed(candidate, Direction.UP, tolerance))
        .flatMap(SettingTolerances::downwards);
  }

  private static Stream<Candidate> downwards(Candidate candidate) {
    BigDecimal own = of(candidate, Direction.DOWN);
    return Stream.of(own, own.add(LESS), own.add(MORE))
        .filter(tolerance -> tolerance.signum() >= 0 && tolerance.compareTo(BigDecimal.ONE) < 0)
        .map(tolerance -> changed(candidate, Direction.DOWN, tolerance));
  }

  /** What holds in this direction, in the shortest form. */
  static BigDecimal of(Candidate candidate, Direction direction) {
    return Behaviors.rules(candidate, direction)
        .tolerance()
        .filter(tolerance -> candidate.flags().configurableTolerance())
        .map(tolerance -> shortest(tolerance.value()))
        .orElseGet(() -> cluster(candidate));
  }

  private static BigDecimal cluster(Candidate candidate) {
    return shortest(BigDecimal.valueOf(candidate.flags().tolerance()));
  }

  private static BigDecimal shortest(BigDecimal value) {
    return value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
  }

  private static Candidate changed(Candidate candidate, Direction direction, BigDecimal tolerance) {
    if (tolerance.compareTo(of(candidate, direction)) == 0) {
      return candidate;
    }
    ScalingRules rules = Behaviors.rules(candidate, direction);
    return Behaviors.with(
        candidate,
        direction,
        new ScalingRules(
            rules.stabilizationWindowSeconds(),
            rules.selectPolicy(),
            rules.policies(),
            Optional.of(Quantity.of(tolerance))));
  }
}
