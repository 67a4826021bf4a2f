package dev.hpasteward.rules;

import static dev.hpasteward.model.Metrics.container;
import static dev.hpasteward.model.Metrics.cpu;
import static dev.hpasteward.model.Metrics.memory;
import static dev.hpasteward.policy.RuleId.SCALE_DOWN_THRESHOLD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.hpasteward.model.AutoscalerBuilder;
import dev.hpasteward.model.Autoscalers;
import dev.hpasteward.model.FieldPath;
import dev.hpasteward.policy.ControllerDefaults;
import dev.hpasteward.policy.StrategyPolicy;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScaleDownThresholdRuleTest {

  @Test
  void theComputedTolerancesKeepTheDocument() {
    assertThat(judge(Autoscalers.egress())).isEmpty();
    assertThat(judge(Autoscalers.sip())).isEmpty();
    assertThat(judge(Autoscalers.sfu())).isEmpty();
  }

  @Test
  void oneStepLessDoesNot() {
    assertThat(judge(Autoscalers.egress().downTolerance("0.37")))
        .extracting(Violation::found, Violation::fix)
        .containsExactly(
            tuple("scales down at 31 %", "set spec.behavior.scaleDown.tolerance to 0.39"));
    assertThat(judge(Autoscalers.sfu().downTolerance("0.39")))
        .extracting(Violation::found, Violation::fix)
        .containsExactly(
            tuple("scales down at 36 %", "set spec.behavior.scaleDown.tolerance to 0.41"));
  }

  @Test
  void theDefaultToleranceScalesDownTooEarly() {
    assertThat(judge(Autoscalers.egress().withoutBehavior().metrics(cpu(50), memory(65))))
        .containsExactly(
            Violation.of(
                    SCALE_DOWN_THRESHOLD,
                    FieldPath.of("spec.metrics").index(0).field("resource").field("target"),
                    "scales down at 44 %",
                    "at or below 30 %",
                    "set spec.behavior.scaleDown.tolerance to 0.39")
                .because("cpu target 50 with tolerance 0.1 scales down at 44 %, documented is 30 %")
                .distance(14),
            Violation.of(
                    SCALE_DOWN_THRESHOLD,
                    FieldPath.of("spec.metrics").index(1).field("resource").field("target"),
                    "scales down at 58 %",
                    "at or below 45 %",
                    "set spec.behavior.scaleDown.tolerance to 0.39")
                .because(
                    "memory target 65 with tolerance 0.1 scales down at 58 %, documented is 45 %")
                .distance(13));
  }

  @Test
  void aTargetOutOfBoundsHasItsFindingAlready() {
    assertThat(judge(Autoscalers.egress().withoutBehavior().metrics(cpu(80)))).isEmpty();
    assertThat(judge(Autoscalers.egress().withoutBehavior().metrics(cpu(30)))).isEmpty();
  }

  @Test
  void aLowerTargetNeedsALowerTolerance() {
    assertThat(judge(Autoscalers.egress().withoutBehavior().metrics(container("cpu", 40))))
        .extracting(violation -> violation.path().toString(), Violation::fix)
        .containsExactly(
            tuple(
                "spec.metrics[0].containerResource.target",
                "set spec.behavior.scaleDown.tolerance to 0.23"));
  }

  @Test
  void whereTolerancesAreDroppedTheDefaultHoldsAndNothingCanBeSet() {
    assertThat(
            Judged.autoscaler(
                    Autoscalers.sfu(),
                    StrategyPolicy.sfu(),
                    ControllerDefaults.KUBERNETES,
                    Judged.WITHOUT_TOLERANCES)
                .by(SCALE_DOWN_THRESHOLD))
        .extracting(Violation::found, Violation::fix)
        .containsExactly(
            tuple(
                "scales down at 53 %",
                "needs scaleDown.tolerance, which this cluster lacks (Kubernetes 1.35 has it)"),
            tuple(
                "scales down at 62 %",
                "needs scaleDown.tolerance, which this cluster lacks (Kubernetes 1.35 has it)"));
  }

  @Test
  void anAgentHasNoDocumentedThreshold() {
    assertThat(judge(Autoscalers.agent().withoutBehavior())).isEmpty();
  }

  @Test
  void whatIsSwitchedOffHasNoThreshold() {
    assertThat(judge(Autoscalers.sfu().withoutBehavior().downSelect("Disabled"))).isEmpty();
  }

  private static List<Violation> judge(AutoscalerBuilder autoscaler) {
    return Judged.autoscaler(
            autoscaler,
            StrategyPolicy.policy()
                .serviceType(
                    autoscaler.metadata().label("hpa-steward.dev/service-type").orElseThrow())
                .orElseThrow())
        .by(SCALE_DOWN_THRESHOLD);
  }
}
