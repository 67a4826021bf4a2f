package dev.hpasteward.cluster.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.cluster.resource.PolicyStatus;
import dev.hpasteward.cluster.resource.PolicyStatus.Condition;
import dev.hpasteward.cluster.survey.Figures;
import dev.hpasteward.policy.ScalingPolicy;
import dev.hpasteward.source.Mistake;
import dev.hpasteward.source.PolicyReload.InForce;
import dev.hpasteward.source.PolicyReload.Refusal;
import dev.hpasteward.source.PolicySource;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StatusOfPolicyTest {

  private static final Instant NOW = Instant.parse("2026-03-01T00:00:00.5Z");
  private static final ScalingPolicy POLICY = PolicySource.embedded();
  private static final Figures FIGURES =
      new Figures(Map.of("sip", 3), Map.of("static-replicas", 1));

  @Test
  void anAcceptedOneSaysWhatIsInForceAndWhatItGoverns() {
    assertThat(status("{}", List.of()))
        .isEqualTo(
            new PolicyStatus(
                true,
                List.of(),
                POLICY.version(),
                7,
                Map.of("sip", 3),
                Map.of("static-replicas", 1),
                List.of(
                    new Condition(
                        "Accepted",
                        "True",
                        "InForce",
                        "version %s of policy default is in force".formatted(POLICY.version()),
                        "2026-03-01T00:00:00Z",
                        7))));
  }

  @Test
  void aRefusedOneSaysEveryMistakeAndWhatStaysInForce() {
    PolicyStatus status =
        status(
            "{}",
            List.of(
                new Mistake("ScalingPolicy default", 0, 0, "spec.corrections", "found 1"),
                new Mistake("ScalingPolicy default", 0, 0, "", "too large")));

    assertThat(status.accepted()).isFalse();
    assertThat(status.mistakes()).containsExactly("spec.corrections: found 1", "too large");
    assertThat(status.policyVersion()).isEqualTo(POLICY.version());
    assertThat(status.conditions().get(0).reason()).isEqualTo("Mistakes");
    assertThat(status.conditions().get(0).message())
        .isEqualTo(
            "found 2 to mend; version %s of policy default stays in force"
                .formatted(POLICY.version()));
  }

  @Test
  void aHundredMistakesAreListedAndAllAreCounted() {
    List<Mistake> mistakes =
        IntStream.range(0, 130).mapToObj(i -> new Mistake("x", 0, 0, "p" + i, "text")).toList();

    PolicyStatus status = status("{}", mistakes);

    assertThat(status.mistakes()).hasSize(100).last().isEqualTo("p99: text");
    assertThat(status.conditions().get(0).message()).startsWith("found 130 to mend; ");
  }

  @Test
  void theTimeOfAConditionIsThatOfItsLastTurn() {
    String before =
        "{conditions: [{type: Accepted, status: \"True\","
            + " lastTransitionTime: \"2026-01-01T00:00:00Z\"}]}";

    assertThat(status(before, List.of()).conditions().get(0).lastTransitionTime())
        .isEqualTo("2026-01-01T00:00:00Z");
    assertThat(
            status(before, List.of(new Mistake("x", 0, 0, "", "y")))
                .conditions()
                .get(0)
                .lastTransitionTime())
        .isEqualTo("2026-03-01T00:00:00Z");
  }

  private static PolicyStatus status(String before, List<Mistake> mistakes) {
    Optional<Refusal> refusal =
        mistakes.isEmpty() ? Optional.empty() : Optional.of(new Refusal(NOW, mistakes));
    SeenPolicy seen =
        new SeenPolicy(
            SeenPolicy.resource(ResourceText.withSpec("{}")), 7, ResourceText.tree(before));
    return StatusOfPolicy.of(seen, new InForce(POLICY, NOW, refusal), FIGURES, NOW);
  }
}
