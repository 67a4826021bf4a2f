package dev.hpasteward.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.decision.Exemption;
import dev.hpasteward.decision.Finding;
import dev.hpasteward.model.Workloads;
import dev.hpasteward.policy.RuleId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReportedTest {

  private static final Exemption OVER =
      new Exemption(
          Set.of(RuleId.CPU_TARGET), "why", Optional.of(Instant.parse("2026-11-01T00:00:00Z")));

  @Test
  void aFindingIsToldWithItsReasonAndItsFix() {
    assertThat(
            Reported.of(
                Workloads.unlabelled(),
                finding(RuleId.CPU_TARGET, Optional.of("it is so")),
                Optional.empty()))
        .isEqualTo(
            """
            cpu-target: spec.a: found one, allowed two
              why: it is so
              fix: mend it""");
  }

  @Test
  void anAutoscalerIsNamedAsItIsSafeToShow() {
    assertThat(
            Reported.of(
                Findings.autoscaler("e\u0435", "autoscaling/v2"),
                finding(RuleId.CPU_TARGET, Optional.empty()),
                Optional.empty()))
        .isEqualTo(
            """
            HPA e\\u0435: cpu-target: spec.a: found one, allowed two
              fix: mend it""");
  }

  @Test
  void anExemptionThatIsOverIsToldWithTheRulesThatItNamed() {
    assertThat(
            Reported.of(
                Workloads.unlabelled(),
                finding(RuleId.CPU_TARGET, Optional.empty()),
                Optional.of(OVER)))
        .isEqualTo(
            """
            cpu-target: spec.a: found one, allowed two
              fix: mend it
              the exemption from cpu-target ended on 2026-10-31: mend the object and remove the exempt annotations""");
    assertThat(
            Reported.of(
                Workloads.unlabelled(),
                finding(RuleId.MEMORY_TARGET, Optional.empty()),
                Optional.of(OVER)))
        .isEqualTo(
            """
            memory-target: spec.a: found one, allowed two
              fix: mend it""");
  }

  private static Finding finding(RuleId rule, Optional<String> why) {
    return Findings.finding(rule, "spec.a", "mend it", why);
  }
}
