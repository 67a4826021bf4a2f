package dev.hpasteward.decision;

import static dev.hpasteward.decision.Claims.CPU;
import static dev.hpasteward.decision.Claims.SOON;
import static dev.hpasteward.decision.Claims.WHY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.policy.ScalingPolicy;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may add or widen an exemption. */
class ExemptionApproversTest {

  private static final ScalingPolicy POLICY =
      Allowed.byDefault().withoutEnd().approvers(Set.of("alice"), Set.of("platform")).policy();
  private static final Author BOB = Claims.user("bob", "media");

  @ParameterizedTest(name = "{0} of {1}: {2}")
  @CsvSource({
    "alice, media, true",
    "bob, platform, true",
    "bob, media, false",
    "Alice, media, false",
    "platform, alice, false"
  })
  void anApproverIsNamedOrOfANamedGroup(String user, String group, boolean approves) {
    Decision decision =
        Evaluator.evaluate(
            Claims.by(
                Claims.user(user, group),
                Questions.creation(Claims.late(CPU, WHY, SOON), Claims.ALONE)),
            POLICY);

    assertThat(Claims.denying(decision).isEmpty()).isEqualTo(approves);
  }

  @Test
  void whoMayNotIsToldWhoMay() {
    Decision decision =
        Evaluator.evaluate(
            Claims.by(BOB, Questions.creation(Claims.late(CPU, WHY, SOON), Claims.ALONE)), POLICY);

    assertThat(Claims.complaints(decision))
        .containsExactly(
            "exempt: added or widened by \"bob\", not an approver that the policy names; ask user"
                + " alice or group platform to write it");
    assertThat(Claims.denying(decision)).containsExactly(CPU, "invalid-exemption");
  }

  @Test
  void ofManyApproversThreeAreNamed() {
    Decision decision =
        Evaluator.evaluate(
            Claims.by(BOB, Questions.creation(Claims.late(CPU, WHY, SOON), Claims.ALONE)),
            Allowed.byDefault()
                .approvers(Set.of("dora", "alice"), Set.of("b", "a\u0441", "d"))
                .policy());

    assertThat(Claims.complaints(decision))
        .singleElement()
        .asString()
        .endsWith(
            "; ask user alice or user dora or group a\\u0441 or 2 more that the policy names to"
                + " write it");
  }

  @Test
  void whereNobodyIsNamedAnybodyMay() {
    Decision decision =
        Evaluator.evaluate(
            Claims.by(BOB, Questions.creation(Claims.late(CPU, WHY, SOON), Claims.ALONE)),
            Allowed.byDefault().policy());

    assertThat(Claims.denying(decision)).isEmpty();
  }

  @ParameterizedTest(name = "from {0} until {2} to {1} until {3}: {4}")
  @CsvSource(
      nullValues = "-",
      value = {
        "cpu-target, cpu-target, 2026-12-31, 2026-12-31, true",
        "'cpu-target,window-order', cpu-target, 2026-12-31, 2026-12-31, true",
        "'cpu-target,window-order', 'window-order, cpu-target', 2026-12-31, 2026-12-31, true",
        "cpu-target, cpu-target, 2026-12-31, 2026-12-01, true",
        "cpu-target, cpu-target, 2026-12-31, 2027-01-01T00:00:00Z, true",
        "cpu-target, cpu-target, -, 2026-12-31, true",
        "cpu-target, cpu-target, 2026-12-31, 2027-01-01, false",
        "cpu-target, cpu-target, 2026-12-31, 2027-01-01T00:00:01Z, false",
        "cpu-target, cpu-target, 2026-12-31, -, false",
        "cpu-target, 'cpu-target,window-order', 2026-12-31, 2026-12-31, false",
        "window-order, cpu-target, 2026-12-31, 2026-12-31, false",
        "-, cpu-target, -, 2026-12-31, false",
        "-, cpu-target, 2026-12-31, 2026-12-31, false",
        "cpu-target, cpu-target, 2026-11-01, 2026-12-31, false",
        "cpu-target, cpu-target, soon, 2026-12-31, false"
      })
  void anybodyMayNarrowAndOnlyApproversMayWiden(
      @Nullable String from,
      @Nullable String to,
      @Nullable String untilFrom,
      @Nullable String untilTo,
      boolean good) {
    Autoscaler before = Claims.late(from, from == null ? null : WHY, untilFrom);
    Autoscaler after = Claims.late(to, WHY + ", still", untilTo);

    Decision decision =
        Evaluator.evaluate(Claims.by(BOB, Questions.update(before, after, Claims.ALONE)), POLICY);

    assertThat(Claims.complaints(decision).isEmpty()).isEqualTo(good);
  }

  @Test
  void anExemptionMayBeTakenAwayByAnybody() {
    Autoscaler before = Claims.late(CPU, WHY, SOON);

    Decision decision =
        Evaluator.evaluate(
            Claims.by(BOB, Questions.update(before, Claims.late().build(), Claims.ALONE)), POLICY);

    assertThat(decision.denied()).isFalse();
  }

  @Test
  void oneThatStaysAsItWasHolds() {
    Autoscaler before = Claims.late(CPU, WHY, SOON);
    Autoscaler after = Claims.claim(Claims.late(), CPU, WHY, SOON).label("team", "a").build();

    Decision decision =
        Evaluator.evaluate(Claims.by(BOB, Questions.update(before, after, Claims.ALONE)), POLICY);

    assertThat(decision.findings()).singleElement().matches(f -> f.exemption().isPresent());
  }
}
