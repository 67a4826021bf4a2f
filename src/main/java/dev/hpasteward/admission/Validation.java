package dev.hpasteward.admission;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.hpasteward.decision.Decision;
import dev.hpasteward.decision.Evaluator;
import dev.hpasteward.decision.Governance;
import dev.hpasteward.message.Denial;
import dev.hpasteward.message.Warnings;
import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.Excerpt;
import dev.hpasteward.model.Subject;
import dev.hpasteward.model.Surroundings;
import dev.hpasteward.policy.Action;
import dev.hpasteward.policy.ScalingPolicy;
import java.util.ArrayList;
import java.util.List;

/** Answers {@code POST /validate}: refuses or lets pass, and warns. */
final class Validation {

  private Validation() {}

  static Answer answer(Subject subject, Surroundings surroundings, ScalingPolicy policy) {
    Decision decision = Evaluator.evaluate(subject, surroundings, policy);
    List<String> warnings = new ArrayList<>(Warnings.of(decision.findings(Action.WARN)));
    if (decision.governance() instanceof Governance.Undetermined
        && subject instanceof Autoscaler autoscaler) {
      warnings.addAll(
          Warnings.of(
              "not checked: Deployment %s could not be looked up in time"
                  .formatted(Excerpt.plain(autoscaler.target().name()))));
    }
    return decision.denied()
        ? new Answer.Denied(Denial.of(subject, decision), warnings)
        : new Answer.Allowed(JsonNodeFactory.instance.arrayNode(), warnings);
  }
}
