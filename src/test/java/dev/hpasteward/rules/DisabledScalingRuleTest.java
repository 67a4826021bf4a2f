package dev.hpasteward.rules;

import static dev.hpasteward.policy.RuleId.SCALE_DOWN_DISABLED;
import static dev.hpasteward.policy.RuleId.SCALE_UP_DISABLED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.model.AutoscalerBuilder;
import dev.hpasteward.model.Autoscalers;
import dev.hpasteward.model.FieldPath;
import dev.hpasteward.policy.StrategyPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisabledScalingRuleTest {

  @Test
  void scaleUpThatIsSwitchedOffIsRefused() {
    Judged judged = judge(Autoscalers.sfu().upSelect("Disabled"));

    assertThat(judged.by(SCALE_UP_DISABLED))
        .containsExactly(
            Violation.of(
                    SCALE_UP_DISABLED,
                    FieldPath.of("spec.behavior.scaleUp.selectPolicy"),
                    "Disabled",
                    "Max or Min",
                    "set it to Max or remove it")
                .correctedBy("Max"));
    assertThat(judged.by(SCALE_DOWN_DISABLED)).isEmpty();
  }

  @Test
  void scaleDownThatIsSwitchedOffIsTold() {
    Judged judged = judge(Autoscalers.sfu().downSelect("Disabled"));

    assertThat(judged.by(SCALE_DOWN_DISABLED))
        .extracting(violation -> violation.path().toString())
        .containsExactly("spec.behavior.scaleDown.selectPolicy");
    assertThat(judged.by(SCALE_UP_DISABLED)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Max", "Min"})
  void otherSelectionsPass(String select) {
    assertThat(judge(Autoscalers.sfu().upSelect(select).downSelect(select)).rules())
        .doesNotContain(SCALE_UP_DISABLED, SCALE_DOWN_DISABLED);
  }

  private static Judged judge(AutoscalerBuilder autoscaler) {
    return Judged.autoscaler(autoscaler, StrategyPolicy.sfu());
  }
}
