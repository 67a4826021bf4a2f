package dev.hpasteward.decision;

import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.Subject;
import dev.hpasteward.model.Surroundings;
import dev.hpasteward.model.Workload;
import dev.hpasteward.policy.ScalingPolicy;
import dev.hpasteward.policy.ServiceTypePolicy;
import dev.hpasteward.rules.Inspection;
import dev.hpasteward.rules.Rule;
import dev.hpasteward.rules.Rules;
import dev.hpasteward.rules.Violation;
import java.util.ArrayList;
import java.util.List;

/** The one place that asks the rules. */
public final class Evaluator {

  private Evaluator() {}

  /** What the policy says about this object: everything that is wrong with it, at once. */
  public static Decision evaluate(
      Subject subject, Surroundings surroundings, ScalingPolicy policy) {
    Governance governance = Governance.of(subject, surroundings, policy);
    List<Violation> violations = new ArrayList<>();
    if (governance instanceof Governance.UnknownType unknown) {
      violations.add(unknown.violation());
    } else if (governance instanceof Governance.Governed governed) {
      if (subject instanceof Autoscaler autoscaler) {
        ask(Rules.FOR_AUTOSCALERS, autoscaler, governed.type(), surroundings, policy, violations);
      } else if (subject instanceof Workload workload) {
        ask(Rules.FOR_WORKLOADS, workload, governed.type(), surroundings, policy, violations);
      }
    }
    return new Decision(
        governance, violations.stream().map(v -> Finding.of(v, policy.action(v.rule()))).toList());
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
