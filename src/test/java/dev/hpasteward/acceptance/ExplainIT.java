package dev.hpasteward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.controlplane.ProgramProcess;
import dev.hpasteward.policy.RuleId;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code explain} as somebody types it. */
class ExplainIT {

  ExplainIT() {}

  @Test
  void aRuleIsExplainedWithExamplesAndHowToBeExempt() {
    ProgramProcess program = ProgramProcess.start("explain", "cpu-target");

    assertThat(program.exitCode()).isZero();
    assertThat(program.output())
        .startsWith("cpu-target (deny unless the policy says otherwise)\n")
        .contains(
            "bad, in a HorizontalPodAutoscaler:",
            "averageUtilization: 80",
            "good, in a HorizontalPodAutoscaler:",
            "averageUtilization: 50",
            "hpa-steward.dev/exempt: cpu-target");
  }

  @Test
  void fromTheRuleOnExemptionsNobodyIsSentInACircle() {
    ProgramProcess program = ProgramProcess.start("explain", "invalid-exemption");

    assertThat(program.exitCode()).isZero();
    assertThat(program.output())
        .contains("exempt-until: \"2027-01-31\"", "Nothing is exempt from this rule")
        .doesNotContain("{tomorrow}", "hpa-steward.dev/exempt: invalid-exemption");
  }

  @Test
  void withoutARuleAllAreListed() {
    ProgramProcess program = ProgramProcess.start("explain");

    assertThat(program.exitCode()).isZero();
    assertThat(program.output().lines().map(line -> line.split(" ", 2)[0]))
        .containsExactlyElementsOf(Stream.of(RuleId.values()).map(RuleId::id).toList());
  }

  @Test
  void anUnknownRuleIsRefusedWithTheNearestName() {
    ProgramProcess program = ProgramProcess.start("explain", "cpu-traget");

    assertThat(program.exitCode()).isEqualTo(2);
    assertThat(program.output())
        .isEqualTo("there is no rule \"cpu-traget\"; do you mean cpu-target?");
  }
}
