package dev.hpasteward.rules;

import static dev.hpasteward.policy.RuleId.SCALE_UP_RATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hpasteward.model.AutoscalerBuilder;
import dev.hpasteward.model.Autoscalers;
import dev.hpasteward.model.FieldPath;
import dev.hpasteward.model.RatePolicy;
import dev.hpasteward.policy.ServiceTypePolicy;
import dev.hpasteward.policy.StrategyPolicy;
import dev.hpasteward.policy.Windows;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleUpRateRuleTest {

  @ParameterizedTest(name = "{0} {1} every {2} s from {3} replicas")
  @CsvSource({
    "Pods, 1, 60, 2",
    "Pods, 4, 15, 2",
    "Pods, 2, 120, 2",
    "Percent, 10, 60, 1",
    "Percent, 100, 120, 2",
    "Percent, 10, 120, 11"
  })
  void onePodInSixtySecondsIsEnoughForEgress(String type, int value, int seconds, int replicas) {
    assertThat(
            egress(
                Autoscalers.egress()
                    .replicas(replicas, 50)
                    .upPolicies(new RatePolicy(type, value, seconds))))
        .isEmpty();
  }

  @ParameterizedTest(name = "{0} {1} every {2} s from {3} replicas, {4} pods too few")
  @CsvSource({
    "Pods, 1, 120, 2, 0.5",
    "Pods, 1, 75, 2, 0.2",
    "Percent, 10, 120, 10, 0.5",
    "Percent, 100, 240, 2, 0.5",
    "Percent, 100, 15, 0, 1"
  })
  void lessIsTold(String type, int value, int seconds, int replicas, double distance) {
    List<Violation> found =
        egress(
            Autoscalers.egress()
                .replicas(replicas, 50)
                .upPolicies(new RatePolicy(type, value, seconds)));

    assertThat(found).hasSize(1);
    assertThat(found.get(0).distance().orElseThrow()).isCloseTo(distance, within(1e-9));
    assertThat(found.get(0).distance(0))
        .isEqualTo(
            Violation.of(
                    SCALE_UP_RATE,
                    FieldPath.of("spec.behavior.scaleUp.policies"),
                    "less than one pod in 60 s",
                    "at least one pod in 60 s",
                    "allow it, e.g. - {type: Pods, value: 4, periodSeconds: 15}")
                .distance(0));
  }

  @Test
  void anAgentIsToStartOneInFifteenSeconds() {
    AutoscalerBuilder slow = Autoscalers.agent().upPolicies(new RatePolicy("Pods", 1, 16));
    AutoscalerBuilder quick = Autoscalers.agent().upPolicies(new RatePolicy("Pods", 1, 15));

    assertThat(judge(slow, StrategyPolicy.agent()))
        .extracting(Violation::allowed)
        .containsExactly("at least one pod in 15 s");
    assertThat(judge(quick, StrategyPolicy.agent())).isEmpty();
  }

  @Test
  void ofSeveralPoliciesTheQuickestCountsUnlessTheSlowestIsSelected() {
    AutoscalerBuilder both =
        Autoscalers.egress()
            .upPolicies(new RatePolicy("Pods", 1, 120), new RatePolicy("Pods", 4, 15));

    assertThat(egress(both)).isEmpty();
    assertThat(egress(both.upSelect("Max"))).isEmpty();
    assertThat(egress(both.upSelect("Min"))).hasSize(1);
  }

  @Test
  void withoutPoliciesOrSwitchedOffThereIsNoRate() {
    assertThat(egress(Autoscalers.egress())).isEmpty();
    assertThat(
            egress(
                Autoscalers.egress()
                    .upPolicies(new RatePolicy("Pods", 1, 1800))
                    .upSelect("Disabled")))
        .isEmpty();
    assertThat(egress(Autoscalers.egress().upPolicies(new RatePolicy("Pods", 1, 0)))).isEmpty();
  }

  @Test
  void aPolicyThatAllowsNoWindowAsksForNoRate() {
    ServiceTypePolicy noWindow =
        StrategyPolicy.withWindows(
            StrategyPolicy.sfu(),
            new Windows(new Windows.ScaleUp(0, 0), new Windows.ScaleDown(300, 300)));

    assertThat(judge(Autoscalers.sfu().upPolicies(new RatePolicy("Pods", 1, 1800)), noWindow))
        .isEmpty();
  }

  private static List<Violation> egress(AutoscalerBuilder autoscaler) {
    return judge(autoscaler, StrategyPolicy.egress());
  }

  private static List<Violation> judge(AutoscalerBuilder autoscaler, ServiceTypePolicy type) {
    return Judged.autoscaler(autoscaler, type).by(SCALE_UP_RATE);
  }
}
