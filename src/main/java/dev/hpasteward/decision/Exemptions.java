package dev.hpasteward.decision;

import dev.hpasteward.decision.ExemptionCheck.Result;
import dev.hpasteward.model.Metadata;
import dev.hpasteward.model.Subject;
import dev.hpasteward.model.Surroundings.Target;
import dev.hpasteward.policy.RuleId;
import dev.hpasteward.policy.ScalingPolicy;
import dev.hpasteward.rules.Violation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The exemptions that an object has: its own, and those of the Deployment that it scales. */
final class Exemptions {

  private final Result own;
  private final Optional<Result> inherited;
  private final Optional<Instant> latestEnd;

  private Exemptions(Result own, Optional<Result> inherited, Optional<Instant> latestEnd) {
    this.own = own;
    this.inherited = inherited;
    this.latestEnd = latestEnd;
  }

  static Exemptions of(Question question, String serviceType, ScalingPolicy policy) {
    ExemptionCheck check =
        new ExemptionCheck(
            policy.exemptions(),
            question.surroundings().namespaceLabels().orElse(Map.of()),
            serviceType,
            question.author(),
            question.now());
    Metadata metadata = question.subject().metadata();
    ExemptionClaim before =
        question
            .before()
            .filter(old -> judged(old, question, policy))
            .map(Subject::metadata)
            .map(ExemptionClaim::of)
            .orElse(ExemptionClaim.NONE);
    Result own = check.check(ExemptionClaim.of(metadata), before, metadata.created());
    return new Exemptions(
        own, ofTarget(question, check, policy), check.latestEnd(before, metadata.created()));
  }

  /** Nobody looked at what an object claimed while it was nobody's business. */
  private static boolean judged(Subject before, Question question, ScalingPolicy policy) {
    return !(Governance.of(before, question.surroundingsBefore(), policy)
        instanceof Governance.Ungoverned);
  }

  /**
   * It was judged when the Deployment was written, and stays as it is; if nobody judges that
   * Deployment, it counts for nothing.
   */
  private static Optional<Result> ofTarget(
      Question question, ExemptionCheck check, ScalingPolicy policy) {
    if (question.surroundings().target() instanceof Target.Found found
        && Governance.ofWorkload(found.workload(), policy).serviceType().isPresent()) {
      Metadata metadata = found.workload().metadata();
      ExemptionClaim claim = ExemptionClaim.of(metadata);
      return Optional.of(check.check(claim, claim, metadata.created()));
    }
    return Optional.empty();
  }

  /** What is wrong with the object's own exemption. */
  List<Violation> violations() {
    return own.violations();
  }

  /** The exemption from this rule that holds now. */
  Optional<Exemption> from(RuleId rule) {
    Optional<Exemption> from = own.exempt().filter(exempt -> exempt.rules().contains(rule));
    return from.isPresent()
        ? from
        : inherited.flatMap(Result::exempt).filter(exempt -> exempt.rules().contains(rule));
  }

  /** The rules that the object is exempt from by its own annotations. */
  Set<RuleId> ownRules() {
    return own.exempt().map(Exemption::rules).orElse(Set.of());
  }

  /** When an exemption that is written on the object now must be over; empty: any time. */
  Optional<Instant> latestEnd() {
    return latestEnd;
  }

  /** The object's exemption that is over. */
  Optional<Exemption> expired() {
    return own.expired().or(() -> inherited.flatMap(Result::expired));
  }
}
