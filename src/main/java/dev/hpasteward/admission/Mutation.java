package dev.hpasteward.admission;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hpasteward.decision.Evaluator;
import dev.hpasteward.decision.Finding;
import dev.hpasteward.decision.Governance;
import dev.hpasteward.manifest.Edits;
import dev.hpasteward.manifest.MalformedObject;
import dev.hpasteward.manifest.Patch;
import dev.hpasteward.message.Warnings;
import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.Edit;
import dev.hpasteward.model.Subject;
import dev.hpasteward.model.Surroundings;
import dev.hpasteward.model.Workload;
import dev.hpasteward.policy.Action;
import dev.hpasteward.policy.Corrections;
import dev.hpasteward.policy.RuleId;
import dev.hpasteward.policy.ScalingPolicy;
import dev.hpasteward.policy.ServiceTypePolicy;
import dev.hpasteward.synthesis.AutoscalerCompletion;
import dev.hpasteward.synthesis.MetricAnnotations;
import java.util.List;

/**
 * Answers {@code POST /mutate}: corrects what the policy says to, then fills in what is missing.
 */
final class Mutation {

  private Mutation() {}

  static Answer answer(
      Review review, Subject subject, Surroundings surroundings, ScalingPolicy policy)
      throws MalformedObject {
    JsonNode before = review.object();
    if (policy.corrections() == Corrections.NONE
        || review.beingDeleted()
        || !concerned(review)
        || !(Governance.of(subject, surroundings, policy)
            instanceof Governance.Governed governed)) {
      return new Answer.Allowed(Patch.between(before, before), List.of());
    }
    List<Finding> corrected = corrected(review, subject, surroundings, policy);
    JsonNode right =
        Edits.apply(before, corrected.stream().map(f -> f.correction().orElseThrow()).toList());
    Subject again = Subjects.read(review, right);
    JsonNode after =
        Edits.apply(right, missing(again, governed.type(), surroundings.tolerancesKept()));
    return new Answer.Allowed(Patch.between(before, after), Warnings.corrected(corrected));
  }

  /**
   * Whether somebody touched what we would change: else a label edit would be answered with a new
   * spec, and a change of a pod template starts a rollout.
   */
  private static boolean concerned(Review review) {
    return review.kind() == Review.Kind.AUTOSCALER
        ? review.changes("spec")
        : review.changes("spec", "template");
  }

  private static List<Finding> corrected(
      Review review, Subject subject, Surroundings surroundings, ScalingPolicy policy) {
    if (subject.metadata().trackedByGitOps()) {
      return List.of();
    }
    return Evaluator.evaluate(subject, surroundings, policy).findings().stream()
        .filter(finding -> finding.correction().isPresent())
        .filter(
            finding ->
                subject instanceof Workload
                    ? finding.rule() == RuleId.ANNOTATION_MISMATCH
                        && review.operation() == Operation.CREATE
                    : policy.corrections() == Corrections.REWRITE
                        && finding.action() == Action.DENY)
        .toList();
  }

  private static List<Edit> missing(
      Subject subject, ServiceTypePolicy type, boolean tolerancesKept) {
    if (subject instanceof Autoscaler autoscaler) {
      return AutoscalerCompletion.edits(autoscaler, type, tolerancesKept);
    }
    return MetricAnnotations.missing((Workload) subject, type);
  }
}
