package dev.hpasteward.cluster.policyreport;

import dev.hpasteward.cluster.survey.SurveyedObject;
import dev.hpasteward.cluster.survey.SurveyedWorkload;
import dev.hpasteward.decision.Finding;
import dev.hpasteward.message.Reported;
import dev.hpasteward.model.Subject;
import dev.hpasteward.policy.Action;
import dev.hpasteward.policy.Mode;
import dev.hpasteward.policy.RuleId;
import dev.hpasteward.policy.ScalingPolicy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What one rule has against one workload and its autoscalers.
 *
 * @param rule the rule
 * @param outcome the worst of its findings
 * @param action what follows where the workload is; the strongest of its findings
 * @param message its findings, each in a few lines
 * @param serviceType of the workload; empty if that is not known
 * @param subjects the workload, then the autoscalers that have the findings
 */
record WorkloadResult(
    RuleId rule,
    Outcome outcome,
    Action action,
    String message,
    String serviceType,
    List<Subject> subjects) {

  /** Findings of one rule about one workload that are told; more are counted. */
  static final int MOST_FINDINGS = 5;

  /** The worst first, so that what does not fit is the least; then by name and rule. */
  static final Comparator<WorkloadResult> WORST_FIRST =
      Comparator.comparing(WorkloadResult::outcome)
          .thenComparing(result -> result.subjects().get(0).metadata().name())
          .thenComparing(result -> result.subjects().get(0).kind())
          .thenComparing(WorkloadResult::rule);

  WorkloadResult {
    subjects = List.copyOf(subjects);
  }

  private record Of(SurveyedObject object, Finding finding) {}

  /** One for each rule that has anything against it. */
  static List<WorkloadResult> of(SurveyedWorkload workload, Mode mode, ScalingPolicy policy) {
    Map<RuleId, List<Of>> byRule = new EnumMap<>(RuleId.class);
    for (SurveyedObject object : workload.objects()) {
      for (Finding finding : object.findings()) {
        byRule
            .computeIfAbsent(finding.rule(), rule -> new ArrayList<>())
            .add(new Of(object, finding));
      }
    }
    List<WorkloadResult> results = new ArrayList<>();
    byRule.forEach((rule, findings) -> results.add(of(workload, rule, findings, mode, policy)));
    return results;
  }

  private static WorkloadResult of(
      SurveyedWorkload workload, RuleId rule, List<Of> findings, Mode mode, ScalingPolicy policy) {
    Outcome outcome = Outcome.SKIP;
    Action action = Action.AUDIT;
    List<Subject> subjects = new ArrayList<>(List.of(workload.first().subject()));
    List<String> lines = new ArrayList<>();
    for (Of of : findings) {
      outcome = worst(outcome, Outcome.of(of.finding(), mode, policy));
      action = worst(action, of.finding().action());
      Subject subject = of.object().subject();
      if (!subjects.contains(subject)) {
        subjects.add(subject);
      }
      if (lines.size() < MOST_FINDINGS) {
        lines.add(Reported.of(subject, of.finding(), of.object().expired()));
      }
    }
    if (findings.size() > lines.size()) {
      lines.add("and " + (findings.size() - lines.size()) + " more");
    }
    return new WorkloadResult(
        rule,
        outcome,
        action,
        String.join("\n", lines),
        workload.serviceType().orElse(""),
        subjects);
  }

  private static <E extends Enum<E>> E worst(E one, E other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
