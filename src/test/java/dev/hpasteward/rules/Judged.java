package dev.hpasteward.rules;

import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.AutoscalerBuilder;
import dev.hpasteward.model.Subject;
import dev.hpasteward.model.Surroundings;
import dev.hpasteward.model.Workload;
import dev.hpasteward.policy.ControllerDefaults;
import dev.hpasteward.policy.RuleId;
import dev.hpasteward.policy.ServiceTypePolicy;
import java.util.ArrayList;
import java.util.List;

/** What all rules together say about an object. */
record Judged(List<Violation> violations) {
  /** Nobody looked the target up; the API server keeps tolerances. */
  static final Surroundings ALONE = Surroundings.none(true);

  /** The same on a cluster before Kubernetes 1.35. */
  static final Surroundings WITHOUT_TOLERANCES = Surroundings.none(false);

  static Judged autoscaler(AutoscalerBuilder autoscaler, ServiceTypePolicy type) {
    return autoscaler(autoscaler, type, ControllerDefaults.KUBERNETES, ALONE);
  }

  static Judged autoscaler(
      AutoscalerBuilder autoscaler,
      ServiceTypePolicy type,
      ControllerDefaults controller,
      Surroundings surroundings) {
    Autoscaler subject = autoscaler.build();
    return by(Rules.FOR_AUTOSCALERS, subject, type, controller, surroundings);
  }

  static Judged workload(Workload workload, ServiceTypePolicy type) {
    return by(Rules.FOR_WORKLOADS, workload, type, ControllerDefaults.KUBERNETES, ALONE);
  }

  private static <S extends Subject> Judged by(
      List<Rule<S>> rules,
      S subject,
      ServiceTypePolicy type,
      ControllerDefaults controller,
      Surroundings surroundings) {
    List<Violation> violations = new ArrayList<>();
    for (Rule<S> rule : rules) {
      rule.check(new Inspection<>(subject, type, controller, surroundings), violations::add);
    }
    return new Judged(violations);
  }

  /** What this rule says. */
  List<Violation> by(RuleId rule) {
    return violations.stream().filter(violation -> violation.rule() == rule).toList();
  }

  /** The rules that say something, in the order of their messages. */
  List<RuleId> rules() {
    return violations.stream().map(Violation::rule).distinct().toList();
  }
}
