package dev.hpasteward.rules;

import static dev.hpasteward.model.Metrics.container;
import static dev.hpasteward.model.Metrics.cpu;
import static dev.hpasteward.model.Metrics.memory;
import static dev.hpasteward.model.Metrics.resourceAverage;
import static dev.hpasteward.policy.RuleId.SCALE_UP_THRESHOLD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.hpasteward.model.AutoscalerBuilder;
import dev.hpasteward.model.Autoscalers;
import dev.hpasteward.model.FieldPath;
import dev.hpasteward.policy.ControllerDefaults;
import dev.hpasteward.policy.StrategyPolicy;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleUpThresholdRuleTest {
  private static final FieldPath TARGET =
      FieldPath.of("spec.metrics").index(0).field("resource").field("target");

  @ParameterizedTest(name = "target {0}, tolerance {1}")
  @CsvSource({"50, 0", "49, 0.02", "46, 0.1", "40, 0.1"})
  void upToOnePointAboveTheDocumentIsNearEnough(int target, String tolerance) {
    assertThat(egress(Autoscalers.egress().metrics(cpu(target)).upTolerance(tolerance))).isEmpty();
  }

  @Test
  void twoPointsAreNot() {
    assertThat(egress(Autoscalers.egress().metrics(cpu(50)).upTolerance("0.03")))
        .extracting(Violation::found)
        .containsExactly("scales up at 52 %");
  }

  @Test
  void theDefaultToleranceScalesUpTooLate() {
    assertThat(egress(Autoscalers.egress().withoutBehavior().metrics(cpu(50))))
        .containsExactly(
            Violation.of(
                    SCALE_UP_THRESHOLD,
                    TARGET,
                    "scales up at 56 %",
                    "at 50 %",
                    "set spec.behavior.scaleUp.tolerance to 0")
                .because("cpu target 50 with tolerance 0.1 scales up at 56 %, documented is 50 %")
                .distance(6));
  }

  @Test
  void aToleranceIsShownAsADecimal() {
    assertThat(egress(Autoscalers.egress().metrics(memory(65)).upTolerance("410m")))
        .extracting(Violation::explanation)
        .containsExactly(
            Optional.of(
                "memory target 65 with tolerance 0.41 scales up at 92 %, documented is 65 %"));
  }

  @Test
  void aTargetOutOfBoundsHasItsFindingAlready() {
    assertThat(egress(Autoscalers.egress().withoutBehavior().metrics(cpu(80)))).isEmpty();
    assertThat(egress(Autoscalers.egress().metrics(cpu(Integer.MAX_VALUE)))).isEmpty();
  }

  @Test
  void whereTolerancesAreDroppedALowerTargetIsTheFixAndTheDefaultHolds() {
    assertThat(
            Judged.autoscaler(
                    Autoscalers.egress().metrics(cpu(50), memory(65)).upTolerance("0"),
                    StrategyPolicy.egress(),
                    ControllerDefaults.KUBERNETES,
                    Judged.WITHOUT_TOLERANCES)
                .by(SCALE_UP_THRESHOLD))
        .extracting(Violation::found, Violation::fix)
        .containsExactly(
            tuple("scales up at 56 %", "set averageUtilization to 45"),
            tuple("scales up at 72 %", "set averageUtilization to 59"));
  }

  @Test
  void anAutoscalerThatCanNeverScaleUpIsToldSo() {
    assertThat(egress(Autoscalers.egress().metrics(cpu(50)).upTolerance("1e9")))
        .containsExactly(
            Violation.of(
                    SCALE_UP_THRESHOLD,
                    TARGET,
                    "never scales up",
                    "at 50 %",
                    "set spec.behavior.scaleUp.tolerance to 0")
                .because(
                    "cpu target 50 with tolerance 1000000000 never scales up, documented is 50 %")
                .distance(2147483597));
  }

  @Test
  void aHugeToleranceMakesNoHugeMessage() {
    assertThat(egress(Autoscalers.egress().metrics(cpu(50)).upTolerance("1e9999")))
        .allSatisfy(
            violation -> assertThat(violation.explanation().orElseThrow()).hasSizeLessThan(150));
  }

  @Test
  void theControllersOwnToleranceCounts() {
    assertThat(
            Judged.autoscaler(
                    Autoscalers.egress().withoutBehavior().metrics(cpu(50)),
                    StrategyPolicy.egress(),
                    new ControllerDefaults(0, 300),
                    Judged.ALONE)
                .by(SCALE_UP_THRESHOLD))
        .isEmpty();
  }

  @Test
  void whatTheStrategyGivesNoPercentageForIsNotJudged() {
    assertThat(
            egress(Autoscalers.egress().withoutBehavior().metrics(resourceAverage("cpu", "500m"))))
        .isEmpty();
    assertThat(
            Judged.autoscaler(
                    Autoscalers.agent().withoutBehavior().metrics(memory(90)),
                    StrategyPolicy.agent())
                .by(SCALE_UP_THRESHOLD))
        .isEmpty();
    assertThat(egress(Autoscalers.egress().withoutBehavior().metrics(cpu(0)))).isEmpty();
  }

  @Test
  void aMetricOfOneContainerIsJudgedToo() {
    assertThat(egress(Autoscalers.egress().withoutBehavior().metrics(container("cpu", 50))))
        .extracting(violation -> violation.path().toString())
        .containsExactly("spec.metrics[0].containerResource.target");
  }

  @Test
  void whatIsSwitchedOffHasNoThreshold() {
    assertThat(egress(Autoscalers.egress().withoutBehavior().upSelect("Disabled"))).isEmpty();
  }

  private static List<Violation> egress(AutoscalerBuilder autoscaler) {
    return Judged.autoscaler(autoscaler, StrategyPolicy.egress()).by(SCALE_UP_THRESHOLD);
  }
}
