package dev.hpasteward.admission;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hpasteward.decision.Decision;
import dev.hpasteward.decision.Finding;
import dev.hpasteward.decision.Question;
import dev.hpasteward.manifest.Edits;
import dev.hpasteward.manifest.MalformedObject;
import dev.hpasteward.manifest.Patch;
import dev.hpasteward.message.Recorded;
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
 * a namespace where nothing may be changed, it tells or records what would have been.
 */
final class Mutation {

  private final Review review;
  private final Question question;
  private final Decision decision;
  private final ScalingPolicy policy;
  private final Journal journal;

  /** Takes what the answer does not say. */
  interface Journal {

    /** A line that tells what would have been changed where nobody is shown it. */
    void recorded(String text);

    /** What the answer's patch corrects and fills in. */
    void changed(List<Finding> corrected, List<Edit> filledIn);
  }

  private Mutation(
      Review review, Question question, Decision decision, ScalingPolicy policy, Journal journal) {
    this.review = review;
    this.question = question;
    this.decision = decision;
    this.policy = policy;
    this.journal = journal;
  }

  static Answer answer(
      Review review, Question question, Decision decision, ScalingPolicy policy, Journal journal)
      throws MalformedObject {
    return new Mutation(review, question, decision, policy, journal).answer();
  }

  private Answer answer() throws MalformedObject {
    JsonNode before = review.object();
    Optional<ServiceTypePolicy> type = decision.governance().serviceType();
    if (policy.corrections() == Corrections.NONE
        || decision.mode() == Mode.OFF
        || review.beingDeleted()
        // KEDA would write it back, for ever.
        || question.surroundings().ownership() == Ownership.KEDA
        || type.isEmpty()) {
      return allowed(before, before, List.of());
    }
    List<Finding> corrected = concerned() ? corrected() : List.of();
    JsonNode right =
        Edits.apply(
            before, corrected.stream().flatMap(finding -> finding.correction().stream()).toList());
    List<Edit> additions = additions(Subjects.read(review, right), type.get());
    JsonNode after = Edits.apply(right, additions);
    if (decision.mode() == Mode.WARN) {
      return allowed(before, before, Warnings.notMade(corrected, additions));
    }
    if (decision.mode() == Mode.AUDIT) {
      if (!question.unchanged()) {
        Recorded.notMade(corrected, additions)
            .ifPresent(text -> journal.recorded(LogLines.recorded(review, text, policy)));
      }
      return allowed(before, before, List.of());
    }
    journal.changed(corrected, additions);
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

  private List<Finding> corrected() {
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
