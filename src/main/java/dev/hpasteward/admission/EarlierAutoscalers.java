package dev.hpasteward.admission;

import dev.hpasteward.decision.Author;
import dev.hpasteward.decision.Decision;
import dev.hpasteward.decision.Evaluator;
import dev.hpasteward.decision.Question;
import dev.hpasteward.message.Warnings;
import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.Rival;
import dev.hpasteward.model.Surroundings;
import dev.hpasteward.model.Workload;
import dev.hpasteward.policy.ScalingPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * HPAs that were admitted before their Deployment existed, when nobody could know what they are:
 * what the policy has against them is told to who creates the Deployment.
 */
final class EarlierAutoscalers {

  private EarlierAutoscalers() {}

  static List<String> warnings(Workload workload, Question question, ScalingPolicy policy) {
    List<String> warnings = new ArrayList<>();
    for (Rival rival : question.surroundings().rivals()) {
      if (rival instanceof Rival.OfHpa hpa) {
        warnings.addAll(
            Warnings.about(
                hpa.autoscaler(),
                decision(hpa.autoscaler(), workload, question, policy),
                question.now()));
      }
    }
    return warnings;
  }

  private static Decision decision(
      Autoscaler autoscaler, Workload workload, Question question, ScalingPolicy policy) {
    Surroundings around = question.surroundings();
    Surroundings ofAutoscaler =
        new Surroundings(
            new Surroundings.Target.Found(workload),
            around.tolerancesKept(),
            around.complete(),
            around.namespaceLabels(),
            List.of(),
            List.of(),
            Surroundings.Ownership.ANYBODY);
    return Evaluator.evaluate(
        new Question(
            autoscaler, Optional.empty(), false, ofAutoscaler, Author.NOBODY, question.now()),
        policy);
  }
}
