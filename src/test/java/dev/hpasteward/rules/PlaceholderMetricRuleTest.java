package dev.hpasteward.rules;

import static dev.hpasteward.model.Metrics.cpu;
import static dev.hpasteward.model.Metrics.external;
import static dev.hpasteward.model.Metrics.memory;
import static dev.hpasteward.model.Metrics.object;
import static dev.hpasteward.model.Metrics.pods;
import static dev.hpasteward.policy.RuleId.PLACEHOLDER_METRIC;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.model.Autoscalers;
import dev.hpasteward.model.FieldPath;
import dev.hpasteward.model.Metrics;
import dev.hpasteward.policy.StrategyPolicy;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlaceholderMetricRuleTest {

  @Test
  void theLiteralNameDrawsTheWarningThatNobodyMayServeIt() {
    assertThat(sip(cpu(50), memory(65), pods("custom_metric", "5")))
        .containsExactly(
            Violation.of(
                    PLACEHOLDER_METRIC,
                    FieldPath.of("spec.metrics").index(2),
                    "the placeholder custom_metric",
                    "the name of the real metric",
                    "name the real metric here and in the policy")
                .because(
                    "custom_metric is a placeholder: while nobody serves it, the HPA never scales"
                        + " down"));
  }

  @Test
  void withoutAnyCustomMetricTheAuthorIsReminded() {
    assertThat(sip(cpu(50), memory(65)))
        .containsExactly(
            Violation.of(
                    PLACEHOLDER_METRIC,
                    FieldPath.of("spec.metrics"),
                    "no custom metric",
                    "a free-capacity metric",
                    "add the real metric and name it in the policy")
                .because(
                    "the strategy asks for a free-capacity metric; its name there, custom_metric,"
                        + " is a placeholder"));
  }

  @Test
  void aRealMetricOfAnyKindIsEnough() {
    assertThat(sip(cpu(50), pods("livekit_sip_available", "5"))).isEmpty();
    assertThat(sip(cpu(50), external("calls", "1"))).isEmpty();
    assertThat(sip(cpu(50), object("requests", "1"))).isEmpty();
  }

  @Test
  void serviceTypesWithoutAPlaceholderHearNothing() {
    assertThat(
            Judged.autoscaler(Autoscalers.bare("livekit-egress"), StrategyPolicy.egress())
                .by(PLACEHOLDER_METRIC))
        .isEmpty();
  }

  private static List<Violation> sip(Metrics.Entry... metrics) {
    return Judged.autoscaler(Autoscalers.bare("sip").metrics(metrics), StrategyPolicy.sip())
        .by(PLACEHOLDER_METRIC);
  }
}
