package dev.hpasteward.admission;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hpasteward.decision.Decision;
import dev.hpasteward.decision.Evaluator;
import dev.hpasteward.decision.Finding;
import dev.hpasteward.decision.Question;
import dev.hpasteward.manifest.Edits;
import dev.hpasteward.manifest.MalformedObject;
import dev.hpasteward.manifest.Patch;
import dev.hpasteward.message.Warnings;
import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.Edit;
import dev.hpasteward.model.PodTemplate;
import dev.hpasteward.model.Subject;
import dev.hpasteward.model.Surroundings.Ownership;
import dev.hpasteward.model.Workload;
import dev.hpasteward.policy.Action;
import dev.hpasteward.policy.Corrections;
import dev.hpasteward.policy.Mode;
import dev.hpasteward.policy.RuleId;
import dev.hpasteward.policy.ScalingPolicy;
import dev.hpasteward.policy.ServiceTypePolicy;
import dev.hpasteward.synthesis.AutoscalerCompletion;
import dev.hpasteward.synthesis.ExemptionGrant;
import dev.hpasteward.synthesis.LiveReplicas;
import dev.hpasteward.synthesis.MetricAnnotations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Answers {@code POST /mutate}: corrects what the policy says to, then fills in what is missing. In
 * a namespace where nothing may be changed, it says what would have been.
 */
final class Mutation {

  private final Review review;
  private final Question question;
  private final ScalingPolicy policy;

  private Mutation(Review review, Question question, ScalingPolicy policy) {
    this.review = review;
    this.question = question;
    this.policy = policy;
  }

  static Answer answer(Review review, Question question, ScalingPolicy policy)
      throws MalformedObject {
    return new Mutation(review, question, policy).answer();
  }

  private Answer answer() throws MalformedObject {
    JsonNode before = review.object();
    Decision decision = Evaluator.evaluate(question, policy);
    Optional<ServiceTypePolicy> type = decision.governance().serviceType();
    if (policy.corrections() == Corrections.NONE
        || decision.mode() == Mode.OFF
        || review.beingDeleted()
        // KEDA would write it back, for ever.
        || question.surroundings().ownership() == Ownership.KEDA
        || type.isEmpty()) {
      return allowed(before, before, List.of());
    }
    List<Finding> corrected = concerned() ? corrected(decision) : List.of();
    JsonNode right =
        Edits.apply(
            before, corrected.stream().flatMap(finding -> finding.correction().stream()).toList());
    List<Edit> additions = additions(Subjects.read(review, right), type.get());
    JsonNode after = Edits.apply(right, additions);
    if (decision.mode() != Mode.ENFORCE) {
      return allowed(
          before,
          before,
          decision.mode() == Mode.WARN ? Warnings.notMade(corrected, additions) : List.of());
    }
    List<String> warnings = new ArrayList<>(Warnings.corrected(corrected));
    if (question.subject() instanceof Workload workload) {
      additions.stream()
          .filter(edit -> edit.path().equals(LiveReplicas.PATH))
          .forEach(
              edit ->
                  warnings.addAll(
                      Warnings.keptReplicas(
                          edit, workload, question.surroundings().rivals().get(0))));
    }
    return allowed(before, after, warnings);
  }

  private static Answer allowed(JsonNode before, JsonNode after, List<String> warnings) {
    return new Answer.Allowed(Patch.between(before, after), warnings);
  }

  /**
   * Whether somebody touched what we would change: else a label edit would be answered with a new
   * spec, and a change of a pod template starts a rollout.
   */
  private boolean concerned() {
    return review.kind() == Review.Kind.AUTOSCALER
        ? review.changes("spec")
        : review.changes("spec", "template");
  }

  private List<Finding> corrected(Decision decision) {
    if (question.subject().metadata().trackedByGitOps()) {
      return List.of();
    }
    return decision.findings().stream()
        .filter(finding -> finding.correction().isPresent() && finding.exemption().isEmpty())
        .filter(
            finding ->
                question.subject() instanceof Workload
                    ? correctsAnnotation(finding)
                    : rewrites(finding))
        .toList();
  }

  /**
   * On creation; and later what was right until now: a manifest that is applied again would undo
   * our correction, and so start a rollout.
   */
  private boolean correctsAnnotation(Finding finding) {
    return finding.rule() == RuleId.ANNOTATION_MISMATCH
        && (question.before().isEmpty() || wasRight(finding));
  }

  private boolean wasRight(Finding finding) {
    return question.before().orElse(null) instanceof Workload old
        && finding.correction().filter(edit -> holds(old, edit)).isPresent();
  }

  private static boolean holds(Workload workload, Edit edit) {
    return workload.template().annotations().entrySet().stream()
        .anyMatch(
            annotation ->
                edit.path().equals(PodTemplate.ANNOTATIONS.key(annotation.getKey()))
                    && edit.value().equals(annotation.getValue()));
  }

  private boolean rewrites(Finding finding) {
    return policy.corrections() == Corrections.REWRITE
        && policy.action(finding.rule()) == Action.DENY;
  }

  private Optional<Autoscaler> autoscalerBefore() {
    return question.before().filter(Autoscaler.class::isInstance).map(Autoscaler.class::cast);
  }

  private List<Edit> additions(Subject subject, ServiceTypePolicy type) {
    List<Edit> edits = new ArrayList<>();
    if (subject instanceof Autoscaler autoscaler && concerned()) {
      edits.addAll(
          AutoscalerCompletion.edits(
              autoscaler, autoscalerBefore(), type, question.surroundings().tolerancesKept()));
    }
    if (subject instanceof Workload workload) {
      if (concerned()) {
        edits.addAll(MetricAnnotations.missing(workload, type));
      }
      edits.addAll(
          LiveReplicas.edits(
              workload, question.before(), question.surroundings().rivals(), policy));
    }
    if (!question.unchanged()) {
      edits.addAll(
          ExemptionGrant.edits(
              subject.metadata(), question.before().map(Subject::metadata), question.now()));
    }
    return edits;
  }
}
