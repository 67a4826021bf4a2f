package dev.hpasteward.decision;

import dev.hpasteward.policy.ExemptionRules;
import dev.hpasteward.policy.RuleId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the policy would let a denied object be exempt from.
 *
 * @param rules of those that deny it, the ones that it may be exempt from
 * @param conditions the policy's conditions
 * @param now the time
 */
public record ExemptionOffer(List<RuleId> rules, ExemptionRules conditions, Instant now) {

  public ExemptionOffer {
    rules = List.copyOf(rules);
  }

  /** The latest day on which an exemption granted now may end; empty: any. */
  public Optional<String> latestDay() {
    return conditions.maxDays().isPresent()
        ? Optional.of(Dates.of(now.plus(Duration.ofDays(conditions.maxDays().getAsInt()))))
        : Optional.empty();
  }
}
