package dev.hpasteward.cluster.survey;

import dev.hpasteward.cluster.survey.SurveyTotals.FindingGroup;
import dev.hpasteward.cluster.survey.SurveyTotals.WorkloadGroup;
import dev.hpasteward.decision.Exemption;
import dev.hpasteward.decision.Finding;
import dev.hpasteward.policy.Mode;
import dev.hpasteward.policy.RuleId;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Counts while a survey goes from namespace to namespace; keeps no object. */
final class Tally {

  private final Instant soon;
  private final Map<WorkloadGroup, Integer> workloads = new HashMap<>();
  private final Map<FindingGroup, Integer> findings = new HashMap<>();
  private final Map<RuleId, Integer> exemptionsInUse = new EnumMap<>(RuleId.class);
  private int exemptionsExpiring;

  Tally(Instant now) {
    this.soon = now.plus(Duration.ofDays(SurveyTotals.EXPIRING_DAYS));
  }

  void add(SurveyedWorkload workload, Mode mode) {
    if (workload.isDeployment()) {
      String type = workload.serviceType().orElse(SurveyTotals.UNKNOWN);
      workloads.merge(new WorkloadGroup(type, mode), 1, Integer::sum);
    }
    // An exemption of the Deployment excuses its HPAs too, and is one.
    Set<Exemption> exemptions = new HashSet<>();
    for (SurveyedObject object : workload.objects()) {
      Set<RuleId> excused = EnumSet.noneOf(RuleId.class);
      for (Finding finding : object.findings()) {
        boolean exempt = finding.exemption().isPresent();
        findings.merge(
            new FindingGroup(finding.rule(), finding.action(), mode, exempt), 1, Integer::sum);
        if (exempt) {
          excused.add(finding.rule());
          exemptions.add(finding.exemption().get());
        }
      }
      excused.forEach(rule -> exemptionsInUse.merge(rule, 1, Integer::sum));
    }
    exemptionsExpiring += (int) exemptions.stream().filter(this::endsSoon).count();
  }

  private boolean endsSoon(Exemption exemption) {
    return exemption.until().filter(until -> !until.isAfter(soon)).isPresent();
  }

  SurveyTotals totals() {
    return new SurveyTotals(workloads, findings, exemptionsInUse, exemptionsExpiring);
  }
}
