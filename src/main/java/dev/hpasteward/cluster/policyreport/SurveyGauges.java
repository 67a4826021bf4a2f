package dev.hpasteward.cluster.policyreport;

import dev.hpasteward.cluster.survey.SurveyTotals;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.Locale;

/** The last survey's totals as gauges; none while another process leads. */
final class SurveyGauges {

  private final MultiGauge workloads;
  private final MultiGauge findings;
  private final MultiGauge exemptionsInUse;
  private final MultiGauge exemptionsExpiring;

  SurveyGauges(MeterRegistry registry) {
    this.workloads =
        MultiGauge.builder("hpa_steward_workloads")
            .description("Governed Deployments")
            .register(registry);
    this.findings =
        MultiGauge.builder("hpa_steward_workload_findings")
            .description("What the policy has against governed objects as they are")
            .register(registry);
    this.exemptionsInUse =
        MultiGauge.builder("hpa_steward_exemptions_in_use")
            .description("Objects that an exemption excuses")
            .register(registry);
    this.exemptionsExpiring =
        MultiGauge.builder("hpa_steward_exemptions_expiring")
            .description("Exemptions in use that end within these days")
            .register(registry);
  }

  void show(SurveyTotals totals) {
    workloads.register(
        totals.workloads().entrySet().stream()
            .<Row<?>>map(
                entry ->
                    Row.of(
                        Tags.of(
                            "service_type",
                            entry.getKey().serviceType(),
                            "mode",
                            word(entry.getKey().mode())),
                        entry.getValue()))
            .toList(),
        true);
    findings.register(
        totals.findings().entrySet().stream()
            .<Row<?>>map(
                entry ->
                    Row.of(
                        Tags.of(
                            "rule",
                            entry.getKey().rule().id(),
                            "action",
                            word(entry.getKey().action()),
                            "mode",
                            word(entry.getKey().mode()),
                            "exempt",
                            Boolean.toString(entry.getKey().exempt())),
                        entry.getValue()))
            .toList(),
        true);
    exemptionsInUse.register(
        totals.exemptionsInUse().entrySet().stream()
            .<Row<?>>map(entry -> Row.of(Tags.of("rule", entry.getKey().id()), entry.getValue()))
            .toList(),
        true);
    exemptionsExpiring.register(
        List.of(
            Row.of(
                Tags.of("days", String.valueOf(SurveyTotals.EXPIRING_DAYS)),
                totals.exemptionsExpiring())),
        true);
  }

  void withdraw() {
    for (MultiGauge gauge : List.of(workloads, findings, exemptionsInUse, exemptionsExpiring)) {
      gauge.register(List.of(), true);
    }
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
