package dev.hpasteward.decision;

import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.StewardKeys;
import dev.hpasteward.model.Subject;
import dev.hpasteward.policy.Action;
import dev.hpasteward.policy.Mode;
import dev.hpasteward.policy.ScalingPolicy;
import dev.hpasteward.policy.ServiceTypePolicy;
import dev.hpasteward.rules.ServiceTypeRemoved;
import dev.hpasteward.rules.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The one place that decides: rules, ratchet, exemptions, actions and modes. */
public final class Evaluator {

  private Evaluator() {}

  /** What the policy says about a write: everything that is wrong with the object, at once. */
  public static Decision evaluate(Question question, ScalingPolicy policy) {
    Governance governance = Governance.of(question.subject(), question.surroundings(), policy);
    Mode mode = mode(question, policy);
    Optional<ServiceTypePolicy> left = typeLeft(question, governance, policy);
    if (mode == Mode.OFF || (governance.isSilent() && left.isEmpty())) {
      return new Decision(governance, mode, List.of(), Optional.empty(), Optional.empty());
    }
    String serviceType =
        governance.serviceType().or(() -> left).map(ServiceTypePolicy::name).orElse("");
    Exemptions exemptions = Exemptions.of(question, serviceType, policy);
    List<Violation> violations =
        new ArrayList<>(
            Violations.of(question.subject(), governance, question.surroundings(), policy));
    left.ifPresent(
        type -> violations.add(ServiceTypeRemoved.of(question.subject().metadata(), type.name())));
    violations.addAll(exemptions.violations());
    List<Finding> findings = findings(question, violations, exemptions, mode, policy);
    return new Decision(
        governance,
        mode,
        findings,
        exemptions.expired().filter(over -> !question.unchanged()),
        ExemptionOffer.of(question, serviceType, findings, exemptions, policy));
  }

  private static Mode mode(Question question, ScalingPolicy policy) {
    Mode mode = policy.modes().of(question.surroundings().namespaceLabels());
    // What can't be known yet may be a namespace in which nothing is denied.
    return mode == Mode.ENFORCE && !question.surroundings().complete() ? Mode.WARN : mode;
  }

  /** The service type that the object loses by this write. */
  private static Optional<ServiceTypePolicy> typeLeft(
      Question question, Governance governance, ScalingPolicy policy) {
    if (governance instanceof Governance.Unclear || governance instanceof Governance.Undetermined) {
      return Optional.empty();
    }
    return question
        .before()
        .filter(Evaluator::holdsItsOwnType)
        .flatMap(old -> Governance.of(old, question.surroundingsBefore(), policy).serviceType())
        .filter(
            old -> governance.serviceType().filter(now -> now.name().equals(old.name())).isEmpty())
        .filter(old -> !confirmedByTarget(question, governance, policy));
  }

  /** A Deployment always; an autoscaler by its label. */
  private static boolean holdsItsOwnType(Subject before) {
    return !(before instanceof Autoscaler)
        || before.metadata().label(StewardKeys.SERVICE_TYPE).isPresent();
  }

  /** An autoscaler that takes the type of its Deployment only corrects itself. */
  private static boolean confirmedByTarget(
      Question question, Governance governance, ScalingPolicy policy) {
    return question.subject() instanceof Autoscaler
        && governance.serviceType().isPresent()
        && Governance.typeOfTarget(question.surroundings(), policy)
            .equals(governance.serviceType());
  }

  private static List<Finding> findings(
      Question question,
      List<Violation> violations,
      Exemptions exemptions,
      Mode mode,
      ScalingPolicy policy) {
    Ratchet ratchet = ratchet(question, policy);
    List<Finding> findings = new ArrayList<>();
    for (Violation violation : violations) {
      Standing standing = ratchet.of(question.subject(), violation);
      Optional<Exemption> exemption = exemptions.from(violation.rule());
      Action ruled = policy.action(violation.rule());
      Action action = ruled;
      // What is weaker already stays so: an exemption never tells more than there was to tell.
      if (ruled == Action.DENY && (exemption.isPresent() || standing == Standing.INHERITED)) {
        action = Action.WARN;
      }
      // Nobody is there to be warned.
      if (question.unchanged()) {
        action = Action.AUDIT;
      }
      mode.limit(action)
          .ifPresent(
              limited -> findings.add(Finding.of(violation, limited, ruled, standing, exemption)));
    }
    return findings;
  }

  private static Ratchet ratchet(Question question, ScalingPolicy policy) {
    if (question.before().isEmpty()) {
      return new Ratchet(question.subject(), List.of());
    }
    Subject before = question.before().get();
    Question then =
        new Question(
            before,
            question.before(),
            true,
            question.surroundingsBefore(),
            question.author(),
            question.now());
    Governance governance = Governance.of(before, then.surroundings(), policy);
    if (governance.isSilent()) {
      return new Ratchet(before, List.of());
    }
    List<Violation> violations =
        new ArrayList<>(Violations.of(before, governance, then.surroundings(), policy));
    String type = governance.serviceType().map(ServiceTypePolicy::name).orElse("");
    violations.addAll(Exemptions.of(then, type, policy).violations());
    return new Ratchet(before, violations);
  }
}
