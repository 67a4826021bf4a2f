package dev.hpasteward.rules;

import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.Direction;
import dev.hpasteward.model.Quantity;
import dev.hpasteward.policy.RuleId;
import java.math.BigDecimal;
import java.util.Set;
import java.util.function.Consumer;

/**
 * {@code scale-up-tolerance}: an explicit scale-up tolerance is not above the controller's default,
 * since it moves the real trigger: a target of 50 with tolerance 0.5 scales up at 76 %.
 */
final class ScaleUpToleranceRule implements Rule<Autoscaler> {

  @Override
  public Set<RuleId> ids() {
    return Set.of(RuleId.SCALE_UP_TOLERANCE);
  }

  @Override
  public void check(Inspection<Autoscaler> inspection, Consumer<Violation> report) {
    BigDecimal limit = BigDecimal.valueOf(inspection.controller().tolerance());
    inspection
        .subject()
        .scaleUp()
        .tolerance()
        .map(Quantity::value)
        .filter(tolerance -> tolerance.compareTo(limit) > 0)
        .ifPresent(
            tolerance ->
                report.accept(
                    Violation.of(
                            RuleId.SCALE_UP_TOLERANCE,
                            Direction.UP.path().field("tolerance"),
                            EffectiveBehavior.decimal(tolerance),
                            "at most " + Quantity.of(limit) + ", the controller's default",
                            "set it to 0, so that it scales up at the documented threshold")
                        .distance(tolerance.subtract(limit).doubleValue())
                        .correctedBy("0")));
  }
}
