package dev.hpasteward.decision;

import static dev.hpasteward.decision.Claims.CPU;
import static dev.hpasteward.decision.Claims.WHY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.policy.ScalingPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How long exemptions may last, at their grant (2026-11-24, noon) and after. */
class ExemptionLifeTest {

  private static final Allowed NINETY = Allowed.byDefault().maxDays(90);
  private static final String FIRST_GRANT = "2026-10-01T09:00:00Z";

  @ParameterizedTest(name = "until {1} at most {0} days: {2}")
  @CsvSource({
    "90, 2027-02-22, true",
    "90, 2027-02-23, false",
    "90, 2027-02-22T23:59:59Z, true",
    "90, 2027-02-23T00:00:00Z, true",
    "90, 2027-02-23T00:00:01Z, false",
    "90, 2027-02-23T01:59:59+02:00, true",
    "90, 9999-12-31, false",
    "1, 2026-11-25, true",
    "1, 2026-11-26, false",
    "3650, 2036-11-21, true",
    "3650, 2036-11-22, false"
  })
  void aGrantEndsByTheDayThatIsOffered(int maxDays, String until, boolean good) {
    ScalingPolicy policy = Allowed.byDefault().maxDays(maxDays).policy();

    assertThat(Claims.denying(Claims.created(Claims.late(CPU, WHY, until), policy)).isEmpty())
        .isEqualTo(good);
  }

  @Test
  void tooLongAGrantIsToldTheLastDay() {
    assertThat(
            Claims.complaints(Claims.created(Claims.late(CPU, WHY, "2030-01-01"), NINETY.policy())))
        .containsExactly(
            "exempt-until: \"2030-01-01\", not at most 90 days from its first grant; end it by"
                + " 2027-02-22");
  }

  @ParameterizedTest(name = "noted {0}, extended to {1}: {2}")
  @CsvSource({
    "2026-10-01T09:00:00Z, 2026-12-30, true",
    "2026-10-01T09:00:00Z, 2026-12-31, false",
    "2026-11-24T11:59:59Z, 2027-02-22, true",
    "2026-11-24T11:59:59Z, 2027-02-23, false"
  })
  void anExtensionIsCountedFromTheFirstGrant(String since, String until, boolean good) {
    Autoscaler before = Claims.late(CPU, WHY, "2026-11-30", since);
    Autoscaler after = Claims.late(CPU, WHY, until, since);

    assertThat(Claims.complaints(Claims.updated(before, after, NINETY.policy())).isEmpty())
        .isEqualTo(good);
  }

  @Test
  void anExtensionThatIsTooLongIsToldWhenItWasGranted() {
    assertThat(
            Claims.complaints(
                Claims.updated(
                    Claims.late(CPU, WHY, "2026-11-30", FIRST_GRANT),
                    Claims.late(CPU, WHY, "2027-01-31", FIRST_GRANT),
                    NINETY.policy())))
        .containsExactly(
            "exempt-until: \"2027-01-31\", not at most 90 days from its first grant; it was granted"
                + " on 2026-10-01; mend the object instead");
  }

  @ParameterizedTest(name = "noted as {0} by its author")
  @ValueSource(
      strings = {
        "2026-11-24T12:00:00Z",
        "9999-01-01T00:00:00Z",
        "+999999999-12-31T23:59:59-18:00",
        "",
        "never"
      })
  void theAuthorsOwnNoteOfTheGrantChangesNothing(String forged) {
    Decision decision =
        Claims.updated(
            Claims.late(CPU, WHY, "2026-11-30", FIRST_GRANT),
            Claims.late(CPU, WHY, "2027-01-31", forged),
            NINETY.policy());

    assertThat(Claims.complaints(decision)).hasSize(1);
  }

  @ParameterizedTest(name = "stored with the note {0}")
  @ValueSource(strings = {"9999-01-01T00:00:00Z", "+999999999-12-31T23:59:59-18:00", "never", ""})
  void aStoredNoteThatIsNotOfThePastCountsAsNow(String forged) {
    Autoscaler before = Claims.late(CPU, WHY, "2026-11-30", forged);

    assertThat(
            Claims.complaints(
                Claims.updated(before, Claims.late(CPU, WHY, "2027-02-22"), NINETY.policy())))
        .isEmpty();
    assertThat(
            Claims.complaints(
                Claims.updated(before, Claims.late(CPU, WHY, "2027-02-24"), NINETY.policy())))
        .hasSize(1);
  }

  @Test
  void renewalsAreCountedFromNow() {
    ScalingPolicy policy = NINETY.renewals().policy();
    Autoscaler before = Claims.late(CPU, WHY, "2026-11-30", FIRST_GRANT);

    assertThat(
            Claims.complaints(
                Claims.updated(before, Claims.late(CPU, WHY, "2027-02-22", FIRST_GRANT), policy)))
        .isEmpty();
    assertThat(
            Claims.complaints(
                Claims.updated(before, Claims.late(CPU, WHY, "2027-02-23", FIRST_GRANT), policy)))
        .containsExactly(
            "exempt-until: \"2027-02-23\", not at most 90 days from its first grant; end it by"
                + " 2027-02-22");
  }

  @Test
  void oneThatIsLongerThanThePolicyAllowsByNowStays() {
    Autoscaler before = Claims.late(CPU, WHY, "2030-01-01", FIRST_GRANT);
    Autoscaler labelled =
        Claims.claim(Claims.late(), CPU, WHY, "2030-01-01").label("team", "media").build();

    Decision decision = Claims.updated(before, labelled, NINETY.policy());

    assertThat(Claims.complaints(decision)).isEmpty();
    assertThat(decision.findings()).singleElement().matches(f -> f.exemption().isPresent());
  }

  @Test
  void oneThatIsTooLongMayBeShortenedStepByStep() {
    assertThat(
            Claims.complaints(
                Claims.updated(
                    Claims.late(CPU, WHY, "2030-01-01", FIRST_GRANT),
                    Claims.late(CPU, WHY, "2029-01-01", FIRST_GRANT),
                    NINETY.policy())))
        .isEmpty();
  }

  @Test
  void oneThatIsTooLongTakesNoFurtherRules() {
    assertThat(
            Claims.complaints(
                Claims.updated(
                    Claims.late("window-order", WHY, "2030-01-01", FIRST_GRANT),
                    Claims.late("window-order,cpu-target", WHY, "2030-01-01", FIRST_GRANT),
                    NINETY.policy())))
        .hasSize(1);
  }

  @Test
  void anEndThatStoodThereWithoutRulesIsJudgedWithThem() {
    assertThat(
            Claims.complaints(
                Claims.updated(
                    Claims.late(null, WHY, "2030-01-01"),
                    Claims.late(CPU, WHY, "2030-01-01"),
                    NINETY.policy())))
        .hasSize(1);
  }
}
