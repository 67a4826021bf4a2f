package dev.hpasteward.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.model.AutoscalerBuilder;
import dev.hpasteward.model.Autoscalers;
import dev.hpasteward.model.RatePolicy;
import dev.hpasteward.policy.RuleId;
import dev.hpasteward.policy.ServiceTypePolicy;
import dev.hpasteward.policy.StrategyPolicy;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The policy removes 1 pod or 10 % a minute, whichever is more: 2 pods at 20 replicas. */
class ScaleDownRateRuleTest {

  private static final ServiceTypePolicy SFU = StrategyPolicy.sfu();

  private static AutoscalerBuilder removing(String policies) {
    return Autoscalers.sfu()
        .downPolicies(
            Stream.of(policies.split(" "))
                .map(text -> text.split("/"))
                .map(
                    part ->
                        new RatePolicy(
                            part[0], Integer.parseInt(part[1]), Integer.parseInt(part[2])))
                .toArray(RatePolicy[]::new));
  }

  private static List<String> told(AutoscalerBuilder autoscaler) {
    return Judged.autoscaler(autoscaler, SFU).by(RuleId.SCALE_DOWN_RATE).stream()
        .map(violation -> violation.found() + ", " + violation.allowed())
        .toList();
  }

  @ParameterizedTest(name = "{0} at {1} replicas")
  @CsvSource({
    "Pods/2/60, 20",
    "Pods/1/30, 20",
    "Pods/60/1800, 20",
    "Percent/10/60, 20",
    "Percent/10/60, 19",
    "Pods/1/60, 1",
    "Percent/10/60, 1",
    "Percent/10/60, 2147483647",
    "Pods/1/60 Percent/10/60, 20"
  })
  void noFasterThanThePolicyIsFine(String policies, int replicas) {
    assertThat(told(removing(policies).replicas(1, replicas))).isEmpty();
  }

  @ParameterizedTest(name = "{0} at {1} replicas: {2} where {3} are allowed")
  @CsvSource({
    "Pods/3/60, 20, 3, 2",
    "Pods/1/20, 20, 3, 2",
    "Pods/1/29, 20, 2.1, 2",
    "Percent/11/60, 20, 3, 2",
    "Percent/100/60, 20, 20, 2",
    "Pods/2/60, 10, 2, 1",
    "Pods/2/60, 1, 2, 1",
    "Percent/11/60, 1000, 110, 100",
    "Pods/1/60 Percent/50/60, 20, 10, 2"
  })
  void fasterIsToldInPodsAMinuteAtMaxReplicas(
      String policies, int replicas, String found, String allowed) {
    assertThat(told(removing(policies).replicas(1, replicas)))
        .containsExactly(
            "up to " + found + " pods a minute at " + replicas + " replicas, at most " + allowed);
  }

  @ParameterizedTest(name = "{0} of two: {1}")
  @CsvSource({"Max, true", "Min, false"})
  void theSelectPolicySaysWhichOfSeveralHolds(String select, boolean tooFast) {
    AutoscalerBuilder both = removing("Pods/1/60 Percent/50/60").downSelect(select);

    assertThat(told(both).isEmpty()).isNotEqualTo(tooFast);
  }

  @Test
  void theSlowestOfTwoThatAreBothTooFastIsTold() {
    assertThat(told(removing("Pods/4/60 Percent/50/60").downSelect("Min")))
        .containsExactly("up to 4 pods a minute at 20 replicas, at most 2");
  }

  @Test
  void whatNeverScalesDownIsNotTooFast() {
    assertThat(told(removing("Pods/9/60").downSelect("Disabled"))).isEmpty();
  }

  @Test
  void theApisDefaultCountsAsLeftOutUnlessGitHoldsIt() {
    AutoscalerBuilder byDefault = removing("Percent/100/15");

    assertThat(told(byDefault)).isEmpty();
    assertThat(told(byDefault.trackedByArgoCd()))
        .containsExactly("up to 80 pods a minute at 20 replicas, at most 2");
    assertThat(told(removing("Percent/100/14"))).hasSize(1);
  }

  @Test
  void withoutPoliciesOrMaxReplicasThereIsNothingToJudge() {
    assertThat(told(Autoscalers.sfu().downPolicies().trackedByArgoCd())).isEmpty();
    assertThat(told(removing("Pods/9/60").replicas(OptionalInt.of(1), OptionalInt.empty())))
        .isEmpty();
    assertThat(told(removing("Pods/9/0"))).isEmpty();
  }

  @Test
  void aPolicyWithoutARateHoldsNobody() {
    ServiceTypePolicy free =
        new ServiceTypePolicy(
            SFU.name(),
            SFU.selector(),
            SFU.resources(),
            SFU.capacityMetrics(),
            SFU.windows(),
            List.of(),
            SFU.replicas(),
            SFU.scrape(),
            SFU.gracePeriodAtLeast());

    assertThat(Judged.autoscaler(removing("Pods/9/60"), free).by(RuleId.SCALE_DOWN_RATE)).isEmpty();
  }

  @Test
  void theFixIsReadyToBePastedAndTheDistanceIsInPods() {
    Violation violation =
        Judged.autoscaler(removing("Pods/5/60"), SFU).by(RuleId.SCALE_DOWN_RATE).get(0);

    assertThat(violation.fix())
        .isEqualTo(
            "write - {type: Pods, value: 1, periodSeconds: 60}"
                + " - {type: Percent, value: 10, periodSeconds: 60}");
    assertThat(violation.path()).hasToString("spec.behavior.scaleDown.policies");
    assertThat(violation.distance()).hasValue(3);
  }

  @Test
  void numbersAreWrittenAlikeEverywhere() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      assertThat(told(removing("Pods/1/29")).get(0)).contains("up to 2.1 pods");
    } finally {
      Locale.setDefault(before);
    }
  }
}
