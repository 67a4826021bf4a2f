package dev.hpasteward.admission;

import dev.hpasteward.decision.Finding;
import dev.hpasteward.policy.Mode;
import java.util.List;
import java.util.Optional;

/**
 * An answer, and what it rests on.
 *
 * @param answer what the API server is told
 * @param mode how much is done in the object's namespace; empty if nobody asked the policy
 * @param findings what the policy has against the write; of a mutation, what it corrected
 * @param routine whether there is nothing to tell: the object is nobody's business here, or the
 *     write changes nothing that an author writes
 */
record Judgement(Answer answer, Optional<Mode> mode, List<Finding> findings, boolean routine) {

  Judgement {
    findings = List.copyOf(findings);
  }

  /** One that needed no policy. */
  static Judgement of(Answer answer) {
    return new Judgement(answer, Optional.empty(), List.of(), false);
  }

  /** One of a review that concerns nobody. */
  static Judgement foreign(Answer answer) {
    return new Judgement(answer, Optional.empty(), List.of(), true);
  }

  /** Whether the write passes as it is, and its author is told nothing. */
  boolean silent() {
    return answer instanceof Answer.Allowed allowed
        && allowed.patch().isEmpty()
        && allowed.warnings().isEmpty();
  }
}
