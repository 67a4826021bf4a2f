package dev.hpasteward.decision;

import dev.hpasteward.policy.ExemptionRules;
import dev.hpasteward.policy.ExemptionRules.Allowance;
import dev.hpasteward.policy.ExemptionRules.Approvers;
import dev.hpasteward.policy.ReasonPattern;
import dev.hpasteward.policy.RuleId;
import dev.hpasteward.policy.ScalingPolicy;
import dev.hpasteward.policy.StrategyPolicy;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/** Rules for exemptions in the making; every method gives a changed copy. */
record Allowed(ExemptionRules rules) {

  static Allowed byDefault() {
    return new Allowed(ExemptionRules.DEFAULT);
  }

  /** The written strategy with these rules. */
  ScalingPolicy policy() {
    return StrategyPolicy.withExemptions(StrategyPolicy.policy(), rules);
  }

  Allowed withoutReason() {
    return with(false, rules.requireEnd(), rules.reasonPattern(), rules.maxDays(), false);
  }

  Allowed withoutEnd() {
    return with(rules.requireReason(), false, rules.reasonPattern(), rules.maxDays(), false);
  }

  Allowed reasons(String pattern) {
    ReasonPattern form = new ReasonPattern(pattern, Pattern.compile(pattern).asMatchPredicate());
    return with(
        rules.requireReason(), rules.requireEnd(), Optional.of(form), rules.maxDays(), false);
  }

  Allowed maxDays(int days) {
    return with(
        rules.requireReason(),
        rules.requireEnd(),
        rules.reasonPattern(),
        OptionalInt.of(days),
        rules.renewals());
  }

  Allowed renewals() {
    return with(
        rules.requireReason(), rules.requireEnd(), rules.reasonPattern(), rules.maxDays(), true);
  }

  Allowed never(RuleId... never) {
    return limited(Set.of(never), rules.allow(), rules.approvers());
  }

  Allowed only(Allowance... allow) {
    return limited(rules.never(), List.of(allow), rules.approvers());
  }

  Allowed approvers(Set<String> users, Set<String> groups) {
    return limited(rules.never(), rules.allow(), new Approvers(users, groups));
  }

  private Allowed with(
      boolean reason,
      boolean end,
      Optional<ReasonPattern> pattern,
      OptionalInt maxDays,
      boolean renewals) {
    return new Allowed(
        new ExemptionRules(
            reason,
            end,
            pattern,
            maxDays,
            renewals,
            rules.never(),
            rules.allow(),
            rules.approvers()));
  }

  private Allowed limited(Set<RuleId> never, List<Allowance> allow, Approvers approvers) {
    return new Allowed(
        new ExemptionRules(
            rules.requireReason(),
            rules.requireEnd(),
            rules.reasonPattern(),
            rules.maxDays(),
            rules.renewals(),
            never,
            allow,
            approvers));
  }
}
