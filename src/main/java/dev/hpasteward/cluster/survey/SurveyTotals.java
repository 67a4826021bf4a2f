package dev.hpasteward.cluster.survey;

import dev.hpasteward.policy.Action;
import dev.hpasteward.policy.Mode;
import dev.hpasteward.policy.RuleId;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a survey counted.
 *
 * @param workloads Deployments
 * @param findings findings, excused ones too
 * @param exemptionsInUse objects that an exemption excuses, by the rule that it excuses them from
 * @param exemptionsExpiring exemptions in use that end within {@link #EXPIRING_DAYS} days
 */
public record SurveyTotals(
    Map<WorkloadGroup, Integer> workloads,
    Map<FindingGroup, Integer> findings,
    Map<RuleId, Integer> exemptionsInUse,
    int exemptionsExpiring) {

  /** Stands for the service type of what claims one that the policy does not know. */
  public static final String UNKNOWN = "unknown";

  /** A week: time to mend the object or to ask for more. */
  public static final int EXPIRING_DAYS = 7;

  public SurveyTotals {
    workloads = Map.copyOf(workloads);
    findings = Map.copyOf(findings);
    exemptionsInUse = Map.copyOf(exemptionsInUse);
  }

  /** Workloads that are counted together. */
  public record WorkloadGroup(String serviceType, Mode mode) {}

  /** Findings that are counted together. */
  public record FindingGroup(RuleId rule, Action action, Mode mode, boolean exempt) {}

  /** The same in short. */
  public Figures figures() {
    Map<String, Integer> byType = new TreeMap<>();
    workloads.forEach(
        (group, count) -> {
          if (group.mode() != Mode.OFF) {
            byType.merge(group.serviceType(), count, Integer::sum);
          }
        });
    Map<String, Integer> byRule = new TreeMap<>();
    findings.forEach(
        (group, count) -> {
          if (!group.exempt()) {
            byRule.merge(group.rule().id(), count, Integer::sum);
          }
        });
    return new Figures(byType, byRule);
  }
}
