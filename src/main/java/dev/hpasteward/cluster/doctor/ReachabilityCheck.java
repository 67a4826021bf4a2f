package dev.hpasteward.cluster.doctor;

import dev.hpasteward.policy.Action;
import dev.hpasteward.policy.RuleId;
import java.util.Optional;

/** Whether the API server reaches the webhook: it is sent an HPA that must be refused. */
final class ReachabilityCheck {

  private static final String ABOUT = "dry run";
  private static final String ELSEWHERE =
      "name a namespace that is enforced with --dry-run-namespace";

  private ReachabilityCheck() {}

  /**
   * What is known before the answer.
   *
   * @param namespace where the dry run goes
   * @param configured whether the API server is told to ask the webhook at all
   * @param selected whether the validating configuration means that namespace
   * @param rule which rule the HPA breaks
   * @param expected what follows from that there; empty: nothing
   * @param why the mode of the namespace and the action of the rule, in words
   */
  record Question(
      String namespace,
      boolean configured,
      boolean selected,
      RuleId rule,
      Optional<Action> expected,
      String why) {}

  /** Judges the answer. */
  static Diagnosis of(Question question, Answer answer) {
    String message = answer.reason();
    if (message.contains("failed calling webhook")) {
      return Diagnosis.fail(ABOUT, message, ReviewFailure.remedy(message));
    }
    if (message.contains("validate.hpa-steward.dev\" denied the request")) {
      return Diagnosis.ok(
          ABOUT,
          "the API server reaches the webhook, which refused a bad HPA in namespace %s (%s)"
              .formatted(question.namespace(), question.rule().id()));
    }
    if (answer.notPermitted()) {
      return Diagnosis.skip(
          ABOUT, message, "use a kubeconfig that may create HPAs in that namespace");
    }
    if (answer.missing()) {
      return Diagnosis.fail(ABOUT, message, ELSEWHERE);
    }
    if (!answer.succeeded()) {
      return Diagnosis.warn(ABOUT, "refused by somebody else: " + message, ELSEWHERE);
    }
    return passed(question, answer);
  }

  private static Diagnosis passed(Question question, Answer answer) {
    String bad = "a bad HPA in namespace " + question.namespace();
    if (answer.warnings().stream().anyMatch(text -> text.contains(question.rule().id()))) {
      String warned = "the API server reaches the webhook, which warned of " + bad;
      return question.expected().equals(Optional.of(Action.WARN))
          ? Diagnosis.ok(ABOUT, warned + ": " + question.why())
          : Diagnosis.warn(
              ABOUT, warned + " and did not refuse it", "see that its policy is the one above");
    }
    if (!question.configured()) {
      return Diagnosis.skip(
          ABOUT, "nobody is asked about HPAs", "mend the lines on webhook configurations first");
    }
    if (!question.selected()) {
      return Diagnosis.warn(
          ABOUT,
          bad + " passed: the webhook configuration does not mean that namespace",
          ELSEWHERE);
    }
    if (question.expected().filter(action -> action != Action.AUDIT).isEmpty()) {
      return Diagnosis.warn(
          ABOUT, "%s passed, as it should: %s".formatted(bad, question.why()), ELSEWHERE);
    }
    return Diagnosis.fail(
        ABOUT,
        bad + " passed: the webhook was not reached, or does not yet know the cluster",
        "see the lines above; with failurePolicy Ignore the API server says nothing of a failure,"
            + " its metric apiserver_admission_webhook_fail_open_count does");
  }
}
