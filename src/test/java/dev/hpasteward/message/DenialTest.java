package dev.hpasteward.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.decision.Decision;
import dev.hpasteward.decision.Finding;
import dev.hpasteward.decision.Questions;
import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.Surroundings;
import dev.hpasteward.policy.RuleId;
import dev.hpasteward.policy.StrategyPolicy;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DenialTest {

  private static final Finding CPU =
      Findings.finding(RuleId.CPU_TARGET, "spec.a", "set it to two", Optional.empty());

  private static Denial denial(List<Finding> findings) {
    return told(Findings.autoscaler("egress", "autoscaling/v2"), Findings.decision(findings));
  }

  private static Denial told(Autoscaler subject, Decision decision) {
    return Denial.of(
        Questions.creation(subject, Surroundings.none(true)), decision, StrategyPolicy.policy());
  }

  @Test
  void oneLineSaysAllAndTheNextHowToFixIt() {
    Denial denial = denial(List.of(CPU));

    assertThat(denial.message())
        .isEqualTo(
            """
            HorizontalPodAutoscaler media/egress breaks the scaling strategy
            cpu-target: spec.a: found one, allowed two
              fix: set it to two""");
    assertThat(denial.causes())
        .containsExactly(new Denial.Cause("spec.a", "cpu-target: spec.a: found one, allowed two"));
  }

  @Test
  void theReasonStandsBetween() {
    Finding explained =
        Findings.finding(RuleId.CPU_TARGET, "spec.a", "set it to two", Optional.of("so it is"));

    assertThat(denial(List.of(CPU, explained)).message())
        .isEqualTo(
            """
            HorizontalPodAutoscaler media/egress breaks the scaling strategy in 2 places
            cpu-target: spec.a: found one, allowed two
              fix: set it to two
            cpu-target: spec.a: found one, allowed two
              why: so it is
              fix: set it to two""");
  }

  @Test
  void warningsAreNoPartOfIt() {
    Finding warning =
        Findings.finding(RuleId.INVERTED_METRIC, "spec.b", "turn it round", Optional.empty());

    assertThat(denial(List.of(warning, CPU))).isEqualTo(denial(List.of(CPU)));
  }

  @Test
  void fiftyFindingsAreToldAndTheRestIsCounted() {
    Denial denial = denial(Collections.nCopies(1_000, CPU));

    assertThat(denial.causes()).hasSize(50);
    assertThat(denial.message())
        .contains("strategy in 1000 places\n")
        .endsWith("\n  fix: set it to two\nand 950 more");
    assertThat(denial.message().lines()).hasSize(1 + 50 * 2 + 1);
  }

  @Test
  void whoWroteVersion1IsToldWhereThePathsAreFrom() {
    Denial denial =
        told(Findings.autoscaler("egress", "autoscaling/v1"), Findings.decision(List.of(CPU)));

    assertThat(denial.message())
        .endsWith(
            "\nThis was written as autoscaling/v1, which has a CPU target only"
                + " (spec.targetCPUUtilizationPercentage). Write autoscaling/v2 for memory, custom"
                + " metrics and windows.");
  }

  @Test
  void aNameIsEscapedAndCut() {
    Denial denial =
        told(
            Findings.autoscaler("a\nb" + "c".repeat(500), "autoscaling/v2"),
            Findings.decision(List.of(CPU)));

    assertThat(denial.message())
        .startsWith("HorizontalPodAutoscaler media/a\\u000ab" + "c".repeat(60) + "... breaks");
  }
}
