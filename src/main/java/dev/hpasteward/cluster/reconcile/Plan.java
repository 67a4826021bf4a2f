package dev.hpasteward.cluster.reconcile;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is to be done about a Deployment's HPA.
 *
 * @param step the write, if any
 * @param notes what is to be told: of a write once it is done, else at once
 * @param again when to look again although nothing changes
 */
record Plan(Step step, List<Note> notes, Optional<Instant> again) {

  Plan {
    notes = List.copyOf(notes);
  }

  static Plan nothing(Note... notes) {
    return new Plan(new Step.Nothing(), List.of(notes), Optional.empty());
  }

  static Plan nothingUntil(Instant again) {
    return new Plan(new Step.Nothing(), List.of(), Optional.of(again));
  }

  Plan lookingAgain(Optional<Instant> at) {
    return new Plan(step, notes, again.isPresent() ? again : at);
  }
}
