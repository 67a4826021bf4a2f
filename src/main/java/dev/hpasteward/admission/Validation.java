package dev.hpasteward.admission;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.hpasteward.decision.Decision;
import dev.hpasteward.decision.Governance;
import dev.hpasteward.decision.Question;
import dev.hpasteward.message.Denial;
import dev.hpasteward.message.Warnings;
import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.Excerpt;
import dev.hpasteward.model.Workload;
import dev.hpasteward.policy.Mode;
import dev.hpasteward.policy.ScalingPolicy;
import java.util.ArrayList;
import java.util.List;

/** Answers {@code POST /validate}: refuses or lets pass, and warns. */
final class Validation {

  private Validation() {}

  static Answer answer(Question question, Decision decision, ScalingPolicy policy) {
    List<String> warnings = new ArrayList<>(Warnings.of(decision, question.now()));
    if (decision.governance() instanceof Governance.Undetermined
        && decision.mode() != Mode.OFF
        && question.subject() instanceof Autoscaler autoscaler) {
      warnings.addAll(
          Warnings.of(
              "not checked: Deployment %s could not be looked up in time"
                  .formatted(Excerpt.plain(autoscaler.target().name()))));
    }
    if (question.subject() instanceof Workload workload && question.before().isEmpty()) {
      warnings.addAll(EarlierAutoscalers.warnings(workload, question, policy));
    }
    return decision.denied()
        ? new Answer.Denied(Denial.of(question, decision, policy), warnings)
        : new Answer.Allowed(JsonNodeFactory.instance.arrayNode(), warnings);
  }
}
