package dev.hpasteward.check;

import dev.hpasteward.decision.Author;
import dev.hpasteward.decision.Evaluator;
import dev.hpasteward.decision.Question;
import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.Surroundings;
import dev.hpasteward.policy.Action;
import dev.hpasteward.policy.ScalingPolicy;
import java.time.Instant;
import java.util.Optional;

/** A new HPA that somebody might write, in a namespace that says nothing. */
public final class AuthorsAutoscaler {

  private AuthorsAutoscaler() {}

  /**
   * Whether the policy would deny nothing in it.
   *
   * @param autoscaler the HPA, with the label of its service type
   * @param policy the policy
   * @param tolerancesKept whether the cluster keeps tolerances (Kubernetes 1.35 and later)
   */
  public static boolean isAllowed(
      Autoscaler autoscaler, ScalingPolicy policy, boolean tolerancesKept) {
    // It claims no exemption, so that the time does not matter.
    Question question =
        new Question(
            autoscaler,
            Optional.empty(),
            false,
            Surroundings.none(tolerancesKept),
            Author.NOBODY,
            Instant.EPOCH);
    return Evaluator.evaluate(question, policy).findings().stream()
        .noneMatch(finding -> finding.action() == Action.DENY);
  }
}
