package dev.hpasteward.decision;

import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.Subject;
import dev.hpasteward.model.Surroundings;
import dev.hpasteward.model.Surroundings.Ownership;
import dev.hpasteward.model.Workload;
import dev.hpasteward.policy.ScalingPolicy;
import dev.hpasteward.policy.ServiceTypePolicy;
import dev.hpasteward.rules.Inspection;
import dev.hpasteward.rules.Rule;
import dev.hpasteward.rules.Rules;
import dev.hpasteward.rules.Violation;
import java.util.ArrayList;
import java.util.List;

/** Asks the rules about one object, regardless of what it was before. */
final class Violations {

  private Violations() {}

  static List<Violation> of(
      Subject subject, Governance governance, Surroundings surroundings, ScalingPolicy policy) {
    List<Violation> violations = new ArrayList<>();
    if (governance instanceof Governance.Unclear unclear) {
      violations.add(unclear.violation());
    } else if (governance instanceof Governance.Governed governed) {
      Governance.mismatch(subject, surroundings, policy).ifPresent(violations::add);
      if (subject instanceof Autoscaler autoscaler) {
        ask(rules(surroundings), autoscaler, governed.type(), surroundings, policy, violations);
      } else if (subject instanceof Workload workload) {
        ask(Rules.FOR_WORKLOADS, workload, governed.type(), surroundings, policy, violations);
      }
    }
    return violations;
  }

  private static List<Rule<Autoscaler>> rules(Surroundings surroundings) {
    return surroundings.ownership() == Ownership.KEDA
        ? Rules.FOR_AUTOSCALERS_OF_KEDA
        : Rules.FOR_AUTOSCALERS;
  }

  private static <S extends Subject> void ask(
      List<Rule<S>> rules,
      S subject,
      ServiceTypePolicy type,
      Surroundings surroundings,
      ScalingPolicy policy,
      List<Violation> violations) {
    Inspection<S> inspection = new Inspection<>(subject, type, policy.controller(), surroundings);
    for (Rule<S> rule : rules) {
      rule.check(inspection, violations::add);
    }
  }
}
