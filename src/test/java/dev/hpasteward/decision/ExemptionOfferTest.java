package dev.hpasteward.decision;

import static dev.hpasteward.decision.Claims.CPU;
import static dev.hpasteward.decision.Claims.WHY;
import static dev.hpasteward.model.Metrics.cpu;
import static dev.hpasteward.model.Metrics.memory;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.Autoscalers;
import dev.hpasteward.model.StewardKeys;
import dev.hpasteward.policy.RuleId;
import dev.hpasteward.policy.ScalingPolicy;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a denial offers is what the next write is allowed. It is 2026-11-24. */
class ExemptionOfferTest {

  private static final ScalingPolicy NINETY_DAYS = Allowed.byDefault().maxDays(90).policy();

  /** Its memory target is 90 where 70 is allowed; so was its CPU target before. */
  private static Autoscaler worse(Autoscaler before) {
    return Autoscalers.sfu().metadata(before.metadata()).metrics(cpu(80), memory(90)).build();
  }

  private static Optional<ExemptionOffer> offered(Autoscaler before, ScalingPolicy policy) {
    return Claims.updated(before, worse(before), policy).offer();
  }

  @Test
  void whatIsExemptAlreadyIsOfferedWithWhatIsDenied() {
    Autoscaler before = Claims.late(CPU, WHY, "2026-12-31", "2026-11-01T00:00:00Z");

    assertThat(offered(before, NINETY_DAYS).orElseThrow().rules())
        .containsExactly(RuleId.CPU_TARGET, RuleId.MEMORY_TARGET);
  }

  @ParameterizedTest(name = "granted {0}, renewals {1}: {2}")
  @CsvSource({
    "2026-11-01T00:00:00Z, false, 2027-01-30",
    "2026-08-26T09:00:00Z, false, 2026-11-24",
    "2026-11-01T00:00:00Z, true , 2027-02-22",
    "2026-01-01T00:00:00Z, true , 2027-02-22"
  })
  void theDayThatIsOfferedIsTheLatestThatIsAllowed(String since, boolean renewals, String day) {
    Allowed allowed = Allowed.byDefault().maxDays(90);
    ScalingPolicy policy = (renewals ? allowed.renewals() : allowed).policy();
    Autoscaler before = Claims.late(CPU, WHY, "2026-11-24", since);

    assertThat(offered(before, policy).orElseThrow().latestDay()).contains(day);
    Autoscaler pasted =
        Claims.claim(
                Autoscalers.sfu().metrics(cpu(80), memory(90)),
                "cpu-target,memory-target",
                WHY,
                day)
            .annotated(StewardKeys.EXEMPT_SINCE, since)
            .build();
    assertThat(Claims.updated(before, pasted, policy).denied()).isFalse();
  }

  @ParameterizedTest(name = "until {0}")
  @CsvSource({"2026-11-23", "2026-12-31"})
  void nothingIsOfferedThatWouldBeOverAlready(String until) {
    Autoscaler before = Claims.late(CPU, WHY, until, "2026-08-25T09:00:00Z");

    Decision decision = Claims.updated(before, worse(before), NINETY_DAYS);

    assertThat(Claims.denying(decision)).containsExactly("memory-target");
    assertThat(decision.offer()).isEmpty();
  }

  @Test
  void whoMayNotWriteItIsToldWhoMay() {
    ScalingPolicy policy =
        Allowed.byDefault().approvers(Set.of("alice"), Set.of("platform")).policy();
    Question question = Questions.creation(Claims.late().build(), Claims.ALONE);

    assertThat(approver(Claims.by(Claims.user("bob"), question), policy))
        .contains("user alice or group platform");
    assertThat(approver(question, policy)).contains("user alice or group platform");
    assertThat(approver(Claims.by(Claims.user("alice"), question), policy)).isEmpty();
    assertThat(approver(Claims.by(Claims.user("bob"), question), NINETY_DAYS)).isEmpty();
  }

  private static Optional<String> approver(Question question, ScalingPolicy policy) {
    return Evaluator.evaluate(question, policy).offer().orElseThrow().approver();
  }
}
