package dev.hpasteward.cluster.reconcile;

import dev.hpasteward.cluster.state.Neighbourhood;
import dev.hpasteward.decision.Author;
import dev.hpasteward.decision.Evaluator;
import dev.hpasteward.decision.Exemption;
import dev.hpasteward.decision.Finding;
import dev.hpasteward.decision.Question;
import dev.hpasteward.model.StewardKeys;
import dev.hpasteward.model.Surroundings;
import dev.hpasteward.model.Surroundings.Target;
import dev.hpasteward.model.Workload;
import dev.hpasteward.policy.RuleId;
import dev.hpasteward.policy.ScalingPolicy;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Whether a Deployment's own bounds may pass floor and ceiling.
 *
 * @param holds whether it is exempt from {@code replica-bounds} now
 * @param until when that ends
 */
public record BoundsExemption(boolean holds, Optional<Instant> until) {

  private static final BoundsExemption NONE = new BoundsExemption(false, Optional.empty());

  static BoundsExemption of(Workload workload, Circumstances circumstances) {
    return of(
        workload,
        () ->
            Neighbourhood.of(
                workload,
                new Target.NotLookedUp(),
                circumstances.state(),
                circumstances.tolerancesKept(),
                true),
        circumstances.policy(),
        circumstances.now());
  }

  /**
   * Whether it holds.
   *
   * @param surroundings what surrounds the Deployment; asked for only if that matters
   */
  public static BoundsExemption of(
      Workload workload, Supplier<Surroundings> surroundings, ScalingPolicy policy, Instant now) {
    if (workload.metadata().annotation(StewardKeys.EXEMPT).isEmpty()) {
      return NONE;
    }
    Question question =
        new Question(
            workload,
            // It was judged when it was written: nobody is asked to approve it again.
            Optional.of(workload),
            true,
            surroundings.get(),
            Author.NOBODY,
            now);
    return Evaluator.evaluate(question, policy).findings().stream()
        .filter(finding -> finding.rule() == RuleId.REPLICA_BOUNDS)
        .map(Finding::exemption)
        .flatMap(Optional::stream)
        .findFirst()
        .map(Exemption::until)
        .map(until -> new BoundsExemption(true, until))
        .orElse(NONE);
  }
}
