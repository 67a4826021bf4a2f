package dev.hpasteward.decision;

import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.Subject;
import dev.hpasteward.model.Surroundings;
import java.time.Instant;
import java.util.Optional;

/**
 * What is asked about an object.
 *
 * @param subject the object as it would be
 * @param before the object as it is; empty for a new one
 * @param unchanged whether spec, labels and annotations stay as they are: a finalizer, a status, a
 *     diff that dry-runs what is there
 * @param surroundings what is known besides
 * @param author who writes it
 * @param now the time
 */
public record Question(
    Subject subject,
    Optional<Subject> before,
    boolean unchanged,
    Surroundings surroundings,
    Author author,
    Instant now) {

  /** What was known around the object before; nothing of what it scaled if that was another. */
  Surroundings surroundingsBefore() {
    boolean sameTarget =
        !(subject instanceof Autoscaler current)
            || before
                .filter(
                    old -> old instanceof Autoscaler was && was.target().equals(current.target()))
                .isPresent();
    return sameTarget ? surroundings : surroundings.ofAnotherTarget();
  }
}
