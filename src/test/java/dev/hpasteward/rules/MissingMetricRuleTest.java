package dev.hpasteward.rules;

import static dev.hpasteward.model.Metrics.container;
import static dev.hpasteward.model.Metrics.cpu;
import static dev.hpasteward.model.Metrics.external;
import static dev.hpasteward.model.Metrics.memory;
import static dev.hpasteward.model.Metrics.pods;
import static dev.hpasteward.policy.RuleId.MISSING_METRIC;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.model.Autoscalers;
import dev.hpasteward.model.FieldPath;
import dev.hpasteward.model.Metrics;
import dev.hpasteward.policy.Encoding;
import dev.hpasteward.policy.ServiceTypePolicy;
import dev.hpasteward.policy.StrategyPolicy;
import java.util.List;
import org.junit.jupiter.api.Test;

class MissingMetricRuleTest {
  private static final FieldPath METRICS = FieldPath.of("spec.metrics");

  @Test
  void everyDocumentedMetricThatIsMissingIsNamedWithASnippetToPaste() {
    assertThat(missing(StrategyPolicy.egress()))
        .containsExactly(
            Violation.of(
                MISSING_METRIC,
                METRICS,
                "no cpu metric",
                "Resource cpu, averageUtilization 50",
                "add - {type: Resource, resource: {name: cpu, target: {type: Utilization,"
                    + " averageUtilization: 50}}}"),
            Violation.of(
                MISSING_METRIC,
                METRICS,
                "no memory metric",
                "Resource memory, averageUtilization 65",
                "add - {type: Resource, resource: {name: memory, target: {type: Utilization,"
                    + " averageUtilization: 65}}}"),
            Violation.of(
                MISSING_METRIC,
                METRICS,
                "no livekit_egress_available metric",
                "Pods livekit_egress_available, averageValue 1",
                "add - {type: Pods, pods: {metric: {name: livekit_egress_available}, target:"
                    + " {type: AverageValue, averageValue: \"1\"}}}"));
  }

  @Test
  void aPolicyOfTheHeadroomFormAsksForThat() {
    assertThat(missing(StrategyPolicy.egress(Encoding.HEADROOM), cpu(50), memory(65)))
        .containsExactly(
            Violation.of(
                MISSING_METRIC,
                METRICS,
                "no livekit_egress_needed metric",
                "External livekit_egress_needed, averageValue 1",
                "add - {type: External, external: {metric: {name: livekit_egress_needed}, target:"
                    + " {type: AverageValue, averageValue: \"1\"}}}"));
  }

  @Test
  void theDocumentedFormHasTheScaleUpThresholdAndTheHeadroomFormAlwaysOne() {
    assertThat(missing(StrategyPolicy.rooms(Encoding.DOCUMENTED)))
        .extracting(Violation::allowed)
        .containsExactly("Pods rooms_available, averageValue 5");
    assertThat(missing(StrategyPolicy.rooms(Encoding.HEADROOM)))
        .extracting(Violation::allowed)
        .containsExactly("External rooms_needed, averageValue 1");
  }

  @Test
  void aMetricOfOneContainerIsEnough() {
    assertThat(missing(StrategyPolicy.agent(), container("cpu", 50))).isEmpty();
  }

  @Test
  void eitherFormOfACapacityMetricIsEnough() {
    assertThat(
            missing(
                StrategyPolicy.egress(),
                cpu(50),
                memory(65),
                external("livekit_egress_needed", "1")))
        .isEmpty();
    assertThat(
            missing(
                StrategyPolicy.egress(Encoding.HEADROOM),
                cpu(50),
                memory(65),
                pods("livekit_egress_available", "1")))
        .isEmpty();
  }

  @Test
  void aPlaceholderIsNeverDemanded() {
    assertThat(missing(StrategyPolicy.sip(), cpu(50), memory(65))).isEmpty();
  }

  @Test
  void theSfuNeedsNoCustomMetricAndTheAgentNoMemory() {
    assertThat(missing(StrategyPolicy.sfu(), cpu(60), memory(70))).isEmpty();
    assertThat(missing(StrategyPolicy.agent(), cpu(50))).isEmpty();
  }

  private static List<Violation> missing(ServiceTypePolicy type, Metrics.Entry... metrics) {
    return Judged.autoscaler(Autoscalers.bare(type.name()).metrics(metrics), type)
        .by(MISSING_METRIC);
  }
}
