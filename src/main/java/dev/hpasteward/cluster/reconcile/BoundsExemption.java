package dev.hpasteward.cluster.reconcile;

import dev.hpasteward.cluster.state.Neighbourhood;
import dev.hpasteward.decision.Author;
import dev.hpasteward.decision.Evaluator;
import dev.hpasteward.decision.Exemption;
import dev.hpasteward.decision.Finding;
import dev.hpasteward.decision.Question;
import dev.hpasteward.model.StewardKeys;
import dev.hpasteward.model.Surroundings.Target;
import dev.hpasteward.model.Workload;
import dev.hpasteward.policy.RuleId;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether a Deployment's own bounds may pass floor and ceiling.
 *
 * @param holds whether it is exempt from {@code replica-bounds} now
 * @param until when that ends
 */
record BoundsExemption(boolean holds, Optional<Instant> until) {

  private static final BoundsExemption NONE = new BoundsExemption(false, Optional.empty());

  static BoundsExemption of(Workload workload, Circumstances circumstances) {
    if (workload.metadata().annotation(StewardKeys.EXEMPT).isEmpty()) {
      return NONE;
    }
    Question question =
        new Question(
            workload,
            // It was judged when it was written: nobody is asked to approve it again.
            Optional.of(workload),
            true,
            Neighbourhood.of(
                workload,
                new Target.NotLookedUp(),
                circumstances.state(),
                circumstances.tolerancesKept(),
                true),
            Author.NOBODY,
            circumstances.now());
    return Evaluator.evaluate(question, circumstances.policy()).findings().stream()
        .filter(finding -> finding.rule() == RuleId.REPLICA_BOUNDS)
        .map(Finding::exemption)
        .flatMap(Optional::stream)
        .findFirst()
        .map(Exemption::until)
        .map(until -> new BoundsExemption(true, until))
        .orElse(NONE);
  }
}
