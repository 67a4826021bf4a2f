package dev.hpasteward.rules;

import dev.hpasteward.model.Subject;
import dev.hpasteward.policy.RuleId;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One rule of the strategy: looks at an object of a known service type and reports everything that
 * it has against it.
 *
 * @param <S> the kind of object that it looks at
 */
public interface Rule<S extends Subject> {

  /** The ids that its violations carry. */
  Set<RuleId> ids();

  /** Reports every violation, in the order in which they stand in the object. */
  void check(Inspection<S> inspection, Consumer<Violation> report);
}
