package dev.hpasteward.synthesis;

import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.Direction;
import dev.hpasteward.model.Edit;
import dev.hpasteward.model.Quantity;
import dev.hpasteward.policy.ServiceTypePolicy;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A scale-down tolerance that we filled in follows the targets that it was computed from. Ours is
 * one that has exactly the value which fitted the stored targets, on an object that Git does not
 * hold.
 */
final class StaleTolerance {

  private StaleTolerance() {}

  static List<Edit> edits(Autoscaler autoscaler, Autoscaler before, ServiceTypePolicy type) {
    Optional<BigDecimal> then = MissingBehavior.scaleDownTolerance(before, type);
    Optional<BigDecimal> now = MissingBehavior.scaleDownTolerance(autoscaler, type);
    boolean ours =
        then.isPresent()
            && is(then.get(), before.scaleDown().tolerance())
            && is(then.get(), autoscaler.scaleDown().tolerance())
            && !autoscaler.metadata().trackedByGitOps();
    return ours && now.isPresent() && now.get().compareTo(then.get()) != 0
        ? List.of(new Edit(Direction.DOWN.path().field("tolerance"), now.get().toPlainString()))
        : List.of();
  }

  private static boolean is(BigDecimal value, Optional<Quantity> tolerance) {
    return tolerance.filter(quantity -> quantity.value().compareTo(value) == 0).isPresent();
  }
}
