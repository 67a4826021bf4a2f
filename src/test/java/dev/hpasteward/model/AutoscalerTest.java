package dev.hpasteward.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class AutoscalerTest {

  @Test
  void hasRulesForEachDirection() {
    Autoscaler autoscaler = Autoscalers.bare("sip").upWindow(1).downWindow(2).build();

    assertThat(autoscaler.rules(Direction.UP).stabilizationWindowSeconds()).hasValue(1);
    assertThat(autoscaler.rules(Direction.DOWN).stabilizationWindowSeconds()).hasValue(2);
  }

  @Test
  void withoutMinReplicasItHasOneAsTheApiServerFillsIn() {
    assertThat(
            Autoscalers.bare("sip")
                .replicas(OptionalInt.empty(), OptionalInt.of(3))
                .build()
                .effectiveMinReplicas())
        .isEqualTo(1);
    assertThat(Autoscalers.bare("sip").replicas(0, 3).build().effectiveMinReplicas()).isZero();
  }

  @Test
  void kindsAreThoseOfKubernetes() {
    assertThat(Autoscalers.bare("sip").build().kind()).isEqualTo("HorizontalPodAutoscaler");
    assertThat(Workloads.of("sip").kind()).isEqualTo("Deployment");
  }

  @Test
  void onlyDisabledSwitchesScalingOff() {
    assertThat(Autoscalers.bare("sip").upSelect("Disabled").build().scaleUp().disabled()).isTrue();
    assertThat(Autoscalers.bare("sip").upSelect("Max").build().scaleUp().disabled()).isFalse();
    assertThat(ScalingRules.UNSET.disabled()).isFalse();
  }

  @Test
  void theBehaviorOfADirectionHasItsPathAndItsDefaults() {
    assertThat(Direction.UP.path()).hasToString("spec.behavior.scaleUp");
    assertThat(Direction.DOWN.path()).hasToString("spec.behavior.scaleDown");
    assertThat(Direction.UP.apiDefaultPolicies())
        .containsExactly(new RatePolicy("Pods", 4, 15), new RatePolicy("Percent", 100, 15));
    assertThat(Direction.DOWN.apiDefaultPolicies())
        .containsExactly(new RatePolicy("Percent", 100, 15));
  }
}
