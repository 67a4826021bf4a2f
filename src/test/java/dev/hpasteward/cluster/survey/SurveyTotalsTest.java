package dev.hpasteward.cluster.survey;

import static dev.hpasteward.model.Metrics.cpu;
import static dev.hpasteward.model.Metrics.memory;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.cluster.survey.SurveyTotals.FindingGroup;
import dev.hpasteward.cluster.survey.SurveyTotals.WorkloadGroup;
import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.AutoscalerBuilder;
import dev.hpasteward.model.Autoscalers;
import dev.hpasteward.model.Metadata;
import dev.hpasteward.model.StewardKeys;
import dev.hpasteward.model.Workload;
import dev.hpasteward.model.Workloads;
import dev.hpasteward.policy.Action;
import dev.hpasteward.policy.Mode;
import dev.hpasteward.policy.RuleId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SurveyTotalsTest {

  private final SeenCluster cluster =
      new SeenCluster()
          .namespace("enforced", Mode.ENFORCE)
          .namespace("audited", Mode.AUDIT)
          .namespace("left-alone", Mode.OFF);

  @Test
  void nothingIsCountedWhereNothingIs() {
    assertThat(cluster.totals()).isEqualTo(new SurveyTotals(Map.of(), Map.of(), Map.of(), 0));
    assertThat(cluster.totals().figures()).isEqualTo(new Figures(Map.of(), Map.of()));
  }

  @Test
  void everythingIsCountedByWhatItIs() {
    cluster
        .with(
            workload("enforced", "a", "sfu"),
            workload("enforced", "b", "sfu"),
            workload("enforced", "c", "agent"),
            workload("audited", "d", "sfu"),
            workload("left-alone", "e", "sfu"))
        .with(
            late("enforced", "a", ""),
            late("enforced", "b", "2026-12-24"),
            late("audited", "d", ""),
            late("left-alone", "e", ""));

    assertThat(cluster.totals())
        .isEqualTo(
            new SurveyTotals(
                Map.of(
                    new WorkloadGroup("sfu", Mode.ENFORCE), 2,
                    new WorkloadGroup("agent", Mode.ENFORCE), 1,
                    new WorkloadGroup("sfu", Mode.AUDIT), 1,
                    new WorkloadGroup("sfu", Mode.OFF), 1),
                Map.of(
                    new FindingGroup(RuleId.CPU_TARGET, Action.DENY, Mode.ENFORCE, false), 1,
                    new FindingGroup(RuleId.CPU_TARGET, Action.WARN, Mode.ENFORCE, true), 1,
                    new FindingGroup(RuleId.CPU_TARGET, Action.AUDIT, Mode.AUDIT, false), 1),
                Map.of(RuleId.CPU_TARGET, 1),
                0));
    assertThat(cluster.totals().figures())
        .isEqualTo(new Figures(Map.of("sfu", 3, "agent", 1), Map.of("cpu-target", 2)));
  }

  @Test
  void anExemptionExpiresSoonIfItEndsWithinSevenDays() {
    cluster
        .with(workload("enforced", "a", "sfu"), workload("enforced", "b", "sfu"))
        .with(
            late("enforced", "a", "2026-12-01T12:00:00Z"),
            late("enforced", "b", "2026-12-01T12:00:01Z"));

    assertThat(cluster.totals().exemptionsExpiring()).isEqualTo(1);
    assertThat(cluster.totals().exemptionsInUse()).isEqualTo(Map.of(RuleId.CPU_TARGET, 2));
  }

  @Test
  void anExemptionThatExcusesNothingIsNotInUse() {
    AutoscalerBuilder fine = named("enforced", "a");
    cluster.with(workload("enforced", "a", "sfu")).with(exempt(fine, "2026-11-25").build());

    assertThat(cluster.totals().exemptionsExpiring()).isZero();
    assertThat(cluster.totals().exemptionsInUse()).isEmpty();
  }

  @Test
  void tenThousandWorkloadsAreCounted() {
    for (int i = 0; i < 10_000; i++) {
      String name = "w" + i;
      cluster.with(workload("enforced", name, "sfu")).with(late("enforced", name, ""));
    }

    SurveyTotals totals = cluster.totals();

    assertThat(totals.figures())
        .isEqualTo(new Figures(Map.of("sfu", 10_000), Map.of("cpu-target", 10_000)));
  }

  private static Workload workload(String namespace, String name, String type) {
    Workload workload = Workloads.of(type);
    return new Workload(
        new Metadata(namespace, name, workload.metadata().labels(), Map.of()),
        workload.replicas(),
        false,
        workload.template());
  }

  /** Of the workload of that name; too high a target for CPU, and exempt until then, if at all. */
  private static Autoscaler late(String namespace, String name, String until) {
    AutoscalerBuilder late = named(namespace, name).metrics(cpu(80), memory(70));
    return (until.isEmpty() ? late : exempt(late, until)).build();
  }

  private static AutoscalerBuilder named(String namespace, String name) {
    return Autoscalers.sfu()
        .metadata(new Metadata(namespace, name, Map.of(), Map.of()))
        .target("apps/v1", "Deployment", name);
  }

  private static AutoscalerBuilder exempt(AutoscalerBuilder autoscaler, String until) {
    return autoscaler
        .annotated(StewardKeys.EXEMPT, "cpu-target")
        .annotated(StewardKeys.EXEMPT_REASON, "load test")
        .annotated(StewardKeys.EXEMPT_UNTIL, until);
  }
}
