package dev.hpasteward.rules;

import static dev.hpasteward.model.Metrics.container;
import static dev.hpasteward.model.Metrics.cpu;
import static dev.hpasteward.model.Metrics.cpuWithoutValue;
import static dev.hpasteward.model.Metrics.memory;
import static dev.hpasteward.model.Metrics.resource;
import static dev.hpasteward.model.Metrics.resourceAverage;
import static dev.hpasteward.policy.RuleId.CPU_TARGET;
import static dev.hpasteward.policy.RuleId.MEMORY_TARGET;
import static dev.hpasteward.policy.RuleId.METRIC_TYPE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.model.Autoscalers;
import dev.hpasteward.model.FieldPath;
import dev.hpasteward.model.Metrics;
import dev.hpasteward.policy.Resource;
import dev.hpasteward.policy.RuleId;
import dev.hpasteward.policy.ServiceTypePolicy;
import dev.hpasteward.policy.StrategyPolicy;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResourceTargetRuleTest {

  @ParameterizedTest(name = "{0} {1} {2} %")
  @CsvSource({
    "livekit-egress, cpu, 31",
    "livekit-egress, cpu, 50",
    "livekit-egress, memory, 46",
    "livekit-egress, memory, 65",
    "sip, cpu, 31",
    "sip, cpu, 50",
    "sip, memory, 46",
    "sip, memory, 65",
    "sfu, cpu, 36",
    "sfu, cpu, 60",
    "sfu, memory, 51",
    "sfu, memory, 70",
    "agent, cpu, 1",
    "agent, cpu, 50"
  })
  void aTargetWithinItsBordersPasses(String type, String resource, int target) {
    Judged judged = judge(type, resource(resource, target));

    assertThat(judged.by(CPU_TARGET)).isEmpty();
    assertThat(judged.by(MEMORY_TARGET)).isEmpty();
    assertThat(judged.by(METRIC_TYPE)).isEmpty();
  }

  @ParameterizedTest(name = "{0} {1} {2} %: {3}, distance {4}, not {5}")
  @CsvSource({
    "livekit-egress, cpu, 30, 31 to 50, 1, 50",
    "livekit-egress, cpu, 51, 31 to 50, 1, 50",
    "livekit-egress, memory, 45, 46 to 65, 1, 65",
    "livekit-egress, memory, 66, 46 to 65, 1, 65",
    "sip, cpu, 30, 31 to 50, 1, 50",
    "sip, cpu, 51, 31 to 50, 1, 50",
    "sip, memory, 45, 46 to 65, 1, 65",
    "sip, memory, 66, 46 to 65, 1, 65",
    "sfu, cpu, 35, 36 to 60, 1, 60",
    "sfu, cpu, 61, 36 to 60, 1, 60",
    "sfu, memory, 50, 51 to 70, 1, 70",
    "sfu, memory, 71, 51 to 70, 1, 70",
    "agent, cpu, 51, at most 50, 1, 50",
    "agent, cpu, 70, at most 50, 20, 50",
    "sfu, cpu, 10, 36 to 60, 26, 60",
    "livekit-egress, cpu, 2147483647, 31 to 50, 2147483597, 50"
  })
  void aTargetOutsideItsBordersIsRefused(
      String type, String resource, int target, String allowed, double distance, int right) {
    FieldPath path = FieldPath.of("spec.metrics").index(1);

    assertThat(judge(type, Metrics.other("None"), resource(resource, target)).by(rule(resource)))
        .containsExactly(
            Violation.of(
                    rule(resource),
                    path.field("resource").field("target").field("averageUtilization"),
                    Integer.toString(target),
                    allowed,
                    "set it to " + right)
                .distance(distance)
                .correctedBy(right));
  }

  @Test
  void eachOfSeveralMetricsOfOneResourceIsJudged() {
    Judged judged = judge("livekit-egress", cpu(50), cpu(60), container("cpu", 70));

    assertThat(judged.by(CPU_TARGET))
        .extracting(violation -> violation.path().toString())
        .containsExactly(
            "spec.metrics[1].resource.target.averageUtilization",
            "spec.metrics[2].containerResource.target.averageUtilization");
  }

  @Test
  void aResourceThatTheStrategyDoesNotNameIsNotJudgedHere() {
    assertThat(judge("agent", memory(99), resource("nvidia.com/gpu", 99)).rules())
        .doesNotContain(CPU_TARGET, MEMORY_TARGET, METRIC_TYPE);
  }

  @ParameterizedTest(name = "{0} of {1}")
  @CsvSource({
    "cpu, livekit-egress, averageUtilization 31 to 50, 50",
    "memory, livekit-egress, averageUtilization 46 to 65, 65",
    "cpu, agent, averageUtilization at most 50, 50"
  })
  void anAverageValueWhereTheStrategyHasAPercentageIsOfTheWrongType(
      String resource, String type, String allowed, int right) {
    FieldPath target = FieldPath.of("spec.metrics").index(0).field("resource").field("target");

    Judged judged = judge(type, resourceAverage(resource, "500m"));

    assertThat(judged.by(METRIC_TYPE))
        .containsExactly(
            Violation.of(
                    METRIC_TYPE,
                    target,
                    "averageValue 500m",
                    allowed,
                    "replace it with type: Utilization, averageUtilization: " + right)
                .correctedBy(Map.of("type", "Utilization", "averageUtilization", right)));
    assertThat(judged.by(rule(resource))).isEmpty();
  }

  @Test
  void aTargetWithoutAnyValueIsOfTheWrongType() {
    assertThat(judge("agent", cpuWithoutValue()).by(METRIC_TYPE))
        .extracting(Violation::found)
        .containsExactly("no value");
  }

  @Test
  void aCpuTargetOf80MayBeKubernetesOwnAndIsToldSo() {
    assertThat(judge("livekit-egress", cpu(80)).by(CPU_TARGET))
        .extracting(Violation::fix)
        .containsExactly(
            "set it to 50; 80 is also what Kubernetes fills in if no metric is listed");
    assertThat(judge("livekit-egress", cpu(80), memory(65)).by(CPU_TARGET))
        .as("the others may have been filled in beside it")
        .extracting(Violation::fix)
        .containsExactly(
            "set it to 50; 80 is also what Kubernetes fills in if no metric is listed");
  }

  @Test
  void noOtherTargetIsToldSo() {
    assertThat(judge("livekit-egress", cpu(81)).by(CPU_TARGET))
        .extracting(Violation::fix)
        .containsExactly("set it to 50");
    assertThat(judge("livekit-egress", container("cpu", 80)).by(CPU_TARGET))
        .extracting(Violation::fix)
        .containsExactly("set it to 50");
    assertThat(judge("livekit-egress", memory(80)).by(MEMORY_TARGET))
        .extracting(Violation::fix)
        .containsExactly("set it to 65");
  }

  private static RuleId rule(String resource) {
    return Resource.of(resource).orElseThrow().targetRule();
  }

  private static Judged judge(String type, Metrics.Entry... metrics) {
    ServiceTypePolicy policy = StrategyPolicy.policy().serviceType(type).orElseThrow();
    return Judged.autoscaler(Autoscalers.bare(type).metrics(metrics), policy);
  }
}
