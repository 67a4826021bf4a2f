package dev.hpasteward.rules;

import static dev.hpasteward.model.Metrics.cpu;
import static dev.hpasteward.model.Metrics.external;
import static dev.hpasteward.model.Metrics.memory;
import static dev.hpasteward.model.Metrics.object;
import static dev.hpasteward.model.Metrics.other;
import static dev.hpasteward.model.Metrics.pods;
import static dev.hpasteward.model.Metrics.podsWithSelector;
import static dev.hpasteward.model.Metrics.resource;
import static dev.hpasteward.policy.RuleId.EXTRA_METRIC;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.model.Autoscalers;
import dev.hpasteward.model.FieldPath;
import dev.hpasteward.model.Metrics;
import dev.hpasteward.policy.ServiceTypePolicy;
import dev.hpasteward.policy.StrategyPolicy;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExtraMetricRuleTest {

  @Test
  void memoryOfAnAgentIsExtra() {
    assertThat(extra(StrategyPolicy.agent(), cpu(50), memory(50)))
        .containsExactly(
            Violation.of(
                    EXTRA_METRIC,
                    FieldPath.of("spec.metrics").index(1),
                    "resource \"memory\"",
                    "cpu",
                    "remove it, or add it to the policy")
                .because(
                    "resource \"memory\" is not in the strategy; it can hold up every scale-down"));
  }

  @Test
  void aCustomMetricOfAnSfuIsExtraWhateverItsKind() {
    assertThat(
            extra(
                StrategyPolicy.sfu(),
                cpu(60),
                pods("rooms", "1"),
                external("queue", "1"),
                object("requests", "1"),
                other("New\n")))
        .extracting(Violation::found)
        .containsExactly(
            "metric \"rooms\"",
            "metric \"queue\"",
            "metric \"requests\"",
            "a metric of type \"New\\u000a\"");
  }

  @Test
  void whatIsAllowedIsNamedInBothForms() {
    assertThat(extra(StrategyPolicy.egress(), resource("nvidia.com/gpu", 50)))
        .extracting(Violation::allowed)
        .containsExactly("cpu, memory, livekit_egress_available, livekit_egress_needed");
  }

  @Test
  void documentedMetricsAreNotExtra() {
    assertThat(
            extra(
                StrategyPolicy.egress(),
                cpu(50),
                memory(65),
                pods("livekit_egress_available", "1"),
                external("livekit_egress_needed", "1")))
        .isEmpty();
  }

  @Test
  void aSelectorIsNamedSinceItMakesTheMetricAnother() {
    assertThat(extra(StrategyPolicy.egress(), podsWithSelector("livekit_egress_available", "1")))
        .extracting(Violation::found)
        .containsExactly("metric \"livekit_egress_available\" with a selector");
  }

  @Test
  void anyCustomMetricMayBeThePlaceholderButNoOtherResource() {
    assertThat(
            extra(
                StrategyPolicy.sip(),
                pods("livekit_sip_available", "5"),
                external("calls", "1"),
                object("requests", "1")))
        .isEmpty();
    assertThat(extra(StrategyPolicy.sip(), resource("ephemeral-storage", 50), other("New")))
        .hasSize(2);
  }

  private static List<Violation> extra(ServiceTypePolicy type, Metrics.Entry... metrics) {
    return Judged.autoscaler(Autoscalers.bare(type.name()).metrics(metrics), type).by(EXTRA_METRIC);
  }
}
