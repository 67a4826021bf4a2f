package dev.hpasteward.rules;

import static dev.hpasteward.policy.RuleId.SCALE_DOWN_WINDOW;
import static dev.hpasteward.policy.RuleId.SCALE_UP_WINDOW;
import static dev.hpasteward.policy.RuleId.WINDOW_ORDER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.model.AutoscalerBuilder;
import dev.hpasteward.model.Autoscalers;
import dev.hpasteward.model.FieldPath;
import dev.hpasteward.policy.ControllerDefaults;
import dev.hpasteward.policy.ServiceTypePolicy;
import dev.hpasteward.policy.StrategyPolicy;
import dev.hpasteward.policy.Windows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowRuleTest {
  private static final FieldPath UP =
      FieldPath.of("spec.behavior.scaleUp.stabilizationWindowSeconds");
  private static final FieldPath DOWN =
      FieldPath.of("spec.behavior.scaleDown.stabilizationWindowSeconds");

  @ParameterizedTest(name = "{0}: up {1}, down {2}")
  @CsvSource({
    "livekit-egress, 0, 300",
    "livekit-egress, 60, 300",
    "livekit-egress, 60, 3600",
    "sip, 60, 300",
    "sfu, 60, 300",
    "agent, 15, 300"
  })
  void windowsWithinTheirLimitsPass(String type, int up, int down) {
    assertThat(judge(bare(type).upWindow(up).downWindow(down)).rules())
        .doesNotContain(SCALE_UP_WINDOW, SCALE_DOWN_WINDOW, WINDOW_ORDER);
  }

  @Test
  void unsetWindowsAreZeroAndTheControllersDefault() {
    assertThat(judge(bare("agent")).rules())
        .doesNotContain(SCALE_UP_WINDOW, SCALE_DOWN_WINDOW, WINDOW_ORDER);
  }

  @ParameterizedTest(name = "{0}: {1}, at most {2}")
  @CsvSource({"livekit-egress, 61, 60", "sip, 61, 60", "sfu, 61, 60", "agent, 16, 15"})
  void aLongerScaleUpWindowIsRefused(String type, int up, int most) {
    assertThat(judge(bare(type).upWindow(up)).by(SCALE_UP_WINDOW))
        .containsExactly(
            Violation.of(
                    SCALE_UP_WINDOW, UP, Integer.toString(up), "at most " + most, "set it to 15")
                .distance(1)
                .correctedBy(15));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"livekit-egress", "sip", "sfu", "agent"})
  void aShorterScaleDownWindowIsRefused(String type) {
    assertThat(judge(bare(type).downWindow(298)).by(SCALE_DOWN_WINDOW))
        .containsExactly(
            Violation.of(SCALE_DOWN_WINDOW, DOWN, "298", "at least 300", "set it to 300")
                .distance(2)
                .correctedBy(300));
  }

  @Test
  void aControllerWithAShorterWindowMustBeOverruled() {
    assertThat(
            Judged.autoscaler(
                    bare("sfu"),
                    StrategyPolicy.sfu(),
                    new ControllerDefaults(0.1, 120),
                    Judged.ALONE)
                .by(SCALE_DOWN_WINDOW))
        .containsExactly(
            Violation.of(
                    SCALE_DOWN_WINDOW,
                    DOWN,
                    "none, so the controller's 120",
                    "at least 300",
                    "set it to 300")
                .distance(180)
                .correctedBy(300));
  }

  @Test
  void equalWindowsAreInOrder() {
    assertThat(judge(bare("sfu").upWindow(300)).by(WINDOW_ORDER)).isEmpty();
  }

  @Test
  void aScaleUpWindowAboveTheScaleDownWindowIsOutOfOrder() {
    assertThat(judge(bare("sfu").upWindow(302)).by(WINDOW_ORDER))
        .containsExactly(
            Violation.of(
                    WINDOW_ORDER,
                    UP,
                    "302, longer than the scale-down window of 300",
                    "at most the scale-down window",
                    "set it to 15")
                .distance(2)
                .correctedBy(15));
  }

  @Test
  void theCorrectionOfTheOrderNeverLiesAboveTheScaleDownWindowThatWillHold() {
    ServiceTypePolicy shortDown =
        StrategyPolicy.withWindows(
            StrategyPolicy.sfu(),
            new Windows(new Windows.ScaleUp(15, 60), new Windows.ScaleDown(300, 5)));

    assertThat(
            Judged.autoscaler(bare("sfu").upWindow(20).downWindow(10), shortDown).by(WINDOW_ORDER))
        .extracting(Violation::fix)
        .containsExactly("set it to 10");
    assertThat(
            Judged.autoscaler(bare("sfu").upWindow(20).downWindow(4), shortDown).by(WINDOW_ORDER))
        .extracting(Violation::fix)
        .containsExactly("set it to 15");
    assertThat(
            Judged.autoscaler(bare("sfu").upWindow(61).downWindow(10), shortDown)
                .by(SCALE_UP_WINDOW))
        .extracting(Violation::fix)
        .containsExactly("set it to 10");
  }

  @Test
  void allThreeAreReportedAtOnce() {
    assertThat(judge(bare("agent").upWindow(100).downWindow(50)).rules())
        .contains(SCALE_UP_WINDOW, SCALE_DOWN_WINDOW, WINDOW_ORDER);
  }

  private static AutoscalerBuilder bare(String type) {
    return Autoscalers.bare(type);
  }

  private static Judged judge(AutoscalerBuilder autoscaler) {
    return Judged.autoscaler(
        autoscaler,
        StrategyPolicy.policy()
            .serviceType(autoscaler.metadata().label("hpa-steward.dev/service-type").orElseThrow())
            .orElseThrow());
  }
}
