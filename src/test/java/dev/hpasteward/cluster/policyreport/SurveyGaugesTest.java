package dev.hpasteward.cluster.policyreport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.cluster.survey.SurveyTotals;
import dev.hpasteward.cluster.survey.SurveyTotals.FindingGroup;
import dev.hpasteward.cluster.survey.SurveyTotals.WorkloadGroup;
import dev.hpasteward.policy.Action;
import dev.hpasteward.policy.Mode;
import dev.hpasteward.policy.RuleId;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SurveyGaugesTest {

  private static final SurveyTotals TOTALS =
      new SurveyTotals(
          Map.of(new WorkloadGroup("sfu", Mode.AUDIT), 3),
          Map.of(new FindingGroup(RuleId.CPU_TARGET, Action.AUDIT, Mode.AUDIT, true), 2),
          Map.of(RuleId.CPU_TARGET, 2),
          1);

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final SurveyGauges gauges = new SurveyGauges(registry);

  @Test
  void eachTotalIsAGauge() {
    gauges.show(TOTALS);

    assertThat(shown())
        .containsExactly(
            "hpa_steward_exemptions_expiring{days=7} 1",
            "hpa_steward_exemptions_in_use{rule=cpu-target} 2",
            "hpa_steward_workload_findings{action=audit,exempt=true,mode=audit,rule=cpu-target} 2",
            "hpa_steward_workloads{mode=audit,service_type=sfu} 3");
  }

  @Test
  void whatIsNoLongerFoundIsNoLongerShown() {
    gauges.show(TOTALS);
    gauges.show(new SurveyTotals(Map.of(), Map.of(), Map.of(), 0));

    assertThat(shown()).containsExactly("hpa_steward_exemptions_expiring{days=7} 0");
  }

  @Test
  void whoDoesNotLeadShowsNothing() {
    gauges.show(TOTALS);
    gauges.withdraw();

    assertThat(shown()).isEmpty();
  }

  private List<String> shown() {
    return registry.getMeters().stream().map(SurveyGaugesTest::text).sorted().toList();
  }

  private static String text(Meter meter) {
    return "%s{%s} %.0f"
        .formatted(
            meter.getId().getName(),
            meter.getId().getTags().stream()
                .map(SurveyGaugesTest::text)
                .collect(Collectors.joining(",")),
            meter.measure().iterator().next().getValue());
  }

  private static String text(Tag tag) {
    return tag.getKey() + "=" + tag.getValue();
  }
}
