package dev.hpasteward.decision;

import static dev.hpasteward.decision.Claims.CPU;
import static dev.hpasteward.decision.Claims.WHY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.model.Autoscalers;
import dev.hpasteward.policy.ScalingPolicy;
import dev.hpasteward.policy.StrategyPolicy;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When exemptions end. */
class ClaimedEndTest {

  private static final ScalingPolicy POLICY = StrategyPolicy.policy();

  private static Decision at(String now, String until) {
    return Evaluator.evaluate(
        new Question(
            Claims.late(CPU, WHY, until),
            Optional.empty(),
            false,
            Claims.ALONE,
            Author.NOBODY,
            Instant.parse(now)),
        POLICY);
  }

  @ParameterizedTest(name = "{0} holds at {1} and not at {2}")
  @CsvSource({
    "2026-12-31, 2026-12-31T23:59:59.999Z, 2027-01-01T00:00:00Z",
    "2028-02-29, 2028-02-29T23:59:59Z, 2028-03-01T00:00:00Z",
    "2028-02-28, 2028-02-28T23:59:59Z, 2028-02-29T00:00:00Z",
    "2027-02-28, 2027-02-28T23:59:59Z, 2027-03-01T00:00:00Z",
    "9999-12-31, 9999-12-31T23:59:59Z, +10000-01-01T00:00:00Z",
    "2026-12-31T18:00:00Z, 2026-12-31T17:59:59.999999999Z, 2026-12-31T18:00:00Z",
    "2026-12-31T18:00:00+14:00, 2026-12-31T03:59:59Z, 2026-12-31T04:00:00Z",
    "2026-12-31T18:00:00-12:00, 2027-01-01T05:59:59Z, 2027-01-01T06:00:00Z",
    "2026-12-31T18:00:00+05:45, 2026-12-31T12:14:59Z, 2026-12-31T12:15:00Z",
    "2026-12-31T18:00:00-00:00, 2026-12-31T17:59:59Z, 2026-12-31T18:00:00Z"
  })
  void anExemptionHoldsUntilItsEnd(String until, String last, String over) {
    assertThat(Claims.denying(at(last, until))).isEmpty();
    assertThat(at(last, until).expired()).isEmpty();
    assertThat(Claims.denying(at(over, until))).containsExactly(CPU);
    assertThat(at(over, until).expired()).isPresent();
  }

  @ParameterizedTest(name = "\"{0}\"")
  @ValueSource(
      strings = {
        "",
        "2027-02-29",
        "2026-02-30T00:00:00Z",
        "+999999999-12-31T23:59:59-18:00",
        "-0001-01-01T00:00:00Z",
        "10000-01-01",
        "2026-12-31T18:00:00",
        "2026-12-31T18:00:00 Europe/Berlin",
        "2026-12-31T18:00:00[Europe/Berlin]",
        "2026-12-31T18:00:00CET",
        "\u0662\u0660\u0662\u0666-12-31",
        "2026\u201012\u201031",
        "2026-12-31\u0000",
        "next friday"
      })
  void whatIsNoDateExemptsFromNothing(String until) {
    Decision decision = at("2026-11-24T12:00:00Z", until);

    assertThat(Claims.denying(decision)).containsExactly(CPU, "invalid-exemption");
    assertThat(Claims.complaints(decision))
        .singleElement()
        .asString()
        .startsWith("exempt-until: \"")
        .endsWith(
            "\", not a date (its end, UTC) or a time (RFC 3339); write it as 2026-12-31 or"
                + " 2026-12-31T18:00:00Z")
        .matches("[ -~]+");
  }

  @Test
  void anEndIsRequiredUnlessThePolicySaysOtherwise() {
    Decision strict = Claims.created(Claims.late(CPU, WHY, null), POLICY);
    Decision lenient =
        Claims.created(Claims.late(CPU, WHY, null), Allowed.byDefault().withoutEnd().policy());

    assertThat(Claims.complaints(strict))
        .containsExactly(
            "exempt-until: no end, not a date or a time; say when it ends in"
                + " hpa-steward.dev/exempt-until");
    assertThat(Claims.denying(strict)).containsExactly(CPU, "invalid-exemption");
    assertThat(lenient.findings()).singleElement().matches(found -> found.exemption().isPresent());
  }

  @Test
  void daysThatAreLeftAreWholeOnes() {
    Exemption exemption =
        at("2026-11-24T12:00:00Z", "2026-11-26").findings().get(0).exemption().orElseThrow();

    assertThat(exemption.daysLeft(Instant.parse("2026-11-24T12:00:00Z"))).contains(2L);
    assertThat(exemption.daysLeft(Instant.parse("2026-11-26T12:00:00Z"))).contains(0L);
  }

  @Test
  void anUnchangedObjectIsNotToldOfItsEnd() {
    var over = Claims.late(CPU, WHY, "2026-01-01");

    assertThat(Claims.updated(over, over, POLICY).expired()).isEmpty();
  }

  @Test
  void anExpiredExemptionOnAnObjectThatCompliesIsTold() {
    var fine = Claims.claim(Autoscalers.sfu(), CPU, WHY, "2026-01-01").build();

    Decision decision = Claims.created(fine, POLICY);

    assertThat(decision.findings()).isEmpty();
    assertThat(decision.expired()).isPresent();
  }
}
