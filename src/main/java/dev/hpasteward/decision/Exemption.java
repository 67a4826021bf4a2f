package dev.hpasteward.decision;

import dev.hpasteward.policy.RuleId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * An exemption that could be read.
 *
 * @param rules the rules that it names and that exist
 * @param reason why; empty if none is given
 * @param until its end; empty: none
 */
public record Exemption(Set<RuleId> rules, String reason, Optional<Instant> until) {

  public Exemption {
    rules = Set.copyOf(rules);
  }

  boolean isOver(Instant now) {
    return until.isPresent() && !now.isBefore(until.get());
  }

  /** Whole days until its end; empty without one. */
  public Optional<Long> daysLeft(Instant now) {
    return until.map(end -> Duration.between(now, end).toDays());
  }
}
