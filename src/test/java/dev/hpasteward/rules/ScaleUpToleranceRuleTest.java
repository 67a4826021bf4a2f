package dev.hpasteward.rules;

import static dev.hpasteward.policy.RuleId.SCALE_UP_TOLERANCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.model.AutoscalerBuilder;
import dev.hpasteward.model.Autoscalers;
import dev.hpasteward.model.FieldPath;
import dev.hpasteward.policy.ControllerDefaults;
import dev.hpasteward.policy.StrategyPolicy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScaleUpToleranceRuleTest {

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"0", "0.05", "0.1", "100m"})
  void upToTheControllersDefaultPasses(String tolerance) {
    assertThat(judge(Autoscalers.sfu().upTolerance(tolerance))).isEmpty();
  }

  @Test
  void unsetPasses() {
    assertThat(judge(Autoscalers.sfu().withoutBehavior())).isEmpty();
  }

  @ParameterizedTest(name = "{0}, distance {2}")
  @CsvSource({"0.11, 0.11, 0.01", "101m, 0.101, 0.001", "500m, 0.5, 0.4"})
  void moreIsRefusedAndShownAsADecimal(String tolerance, String shown, double distance) {
    assertThat(judge(Autoscalers.sfu().upTolerance(tolerance)))
        .containsExactly(
            Violation.of(
                    SCALE_UP_TOLERANCE,
                    FieldPath.of("spec.behavior.scaleUp.tolerance"),
                    shown,
                    "at most 0.1, the controller's default",
                    "set it to 0, so that it scales up at the documented threshold")
                .distance(distance)
                .correctedBy("0"));
  }

  @Test
  void aHugeToleranceMakesNoHugeMessage() {
    assertThat(judge(Autoscalers.sfu().upTolerance("1e9999")))
        .extracting(Violation::found)
        .containsExactly("1" + "0".repeat(62) + "...");
  }

  @Test
  void theLimitIsThatOfTheClustersController() {
    assertThat(
            Judged.autoscaler(
                    Autoscalers.sfu().upTolerance("0.15"),
                    StrategyPolicy.sfu(),
                    new ControllerDefaults(0.2, 300),
                    Judged.ALONE)
                .by(SCALE_UP_TOLERANCE))
        .isEmpty();
  }

  @Test
  void theScaleDownToleranceIsFree() {
    assertThat(judge(Autoscalers.sfu().downTolerance("0.9"))).isEmpty();
  }

  private static List<Violation> judge(AutoscalerBuilder autoscaler) {
    return Judged.autoscaler(autoscaler, StrategyPolicy.sfu()).by(SCALE_UP_TOLERANCE);
  }
}
