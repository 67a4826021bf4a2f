package dev.hpasteward.decision;

import dev.hpasteward.policy.Action;
import dev.hpasteward.policy.ExemptionRules;
import dev.hpasteward.policy.RuleId;
import dev.hpasteward.policy.ScalingPolicy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the policy would let a denied object be exempt from.
 *
 * @param rules of those that deny it, the ones that it may be exempt from, and those that it is
 *     exempt from already: what is pasted takes the place of what is there
 * @param conditions the policy's conditions
 * @param latestEnd when an exemption that is written now must be over; empty: any time
 * @param approver whom to ask for it, if not everybody may write it
 */
public record ExemptionOffer(
    List<RuleId> rules,
    ExemptionRules conditions,
    Optional<Instant> latestEnd,
    Optional<String> approver) {

  public ExemptionOffer {
    rules = List.copyOf(rules);
  }

  /** Empty where no rule that denies may be exempted from, or no longer. */
  static Optional<ExemptionOffer> of(
      Question question,
      String serviceType,
      List<Finding> findings,
      Exemptions exemptions,
      ScalingPolicy policy) {
    Map<String, String> labels = question.surroundings().namespaceLabels().orElse(Map.of());
    List<RuleId> denying =
        findings.stream()
            .filter(finding -> finding.action() == Action.DENY)
            .map(Finding::rule)
            .filter(rule -> policy.exemptions().allows(labels, serviceType, rule))
            .toList();
    if (denying.isEmpty()
        || exemptions.latestEnd().filter(end -> !end.isAfter(question.now())).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        new ExemptionOffer(
            Stream.concat(denying.stream(), exemptions.ownRules().stream())
                .distinct()
                .sorted()
                .toList(),
            policy.exemptions(),
            exemptions.latestEnd(),
            ApproverNames.toAsk(policy.exemptions().approvers(), question.author())));
  }

  /** The latest day on which it may end; empty: any. */
  public Optional<String> latestDay() {
    return latestEnd.map(Dates::lastDay);
  }
}
