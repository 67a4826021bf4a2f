package dev.hpasteward.decision;

import static dev.hpasteward.decision.Claims.CPU;
import static dev.hpasteward.decision.Claims.SOON;
import static dev.hpasteward.decision.Claims.WHY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.Surroundings;
import dev.hpasteward.policy.ExemptionRules.Allowance;
import dev.hpasteward.policy.LabelSelector;
import dev.hpasteward.policy.RuleId;
import dev.hpasteward.policy.ScalingPolicy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the policy asks of exemptions: a reason, a place where they are allowed. */
class ExemptionConditionsTest {

  private static final LabelSelector TESTING =
      new LabelSelector(Map.of("stage", "test"), List.of());

  @ParameterizedTest(name = "\"{0}\"")
  @ValueSource(strings = {"", " ", "\n\t"})
  void aBlankReasonIsNone(String reason) {
    Decision decision =
        Claims.created(Claims.late(CPU, reason, SOON), Allowed.byDefault().policy());

    assertThat(Claims.complaints(decision))
        .containsExactly(
            "exempt-reason: no reason, not a reason; say why in hpa-steward.dev/exempt-reason");
    assertThat(Claims.denying(decision)).containsExactly(CPU, "invalid-exemption");
  }

  @Test
  void noReasonIsAskedForWhereThePolicyDoesNot() {
    ScalingPolicy policy = Allowed.byDefault().withoutReason().reasons("[A-Z]+-[0-9]+").policy();

    assertThat(Claims.denying(Claims.created(Claims.late(CPU, null, SOON), lenient()))).isEmpty();
    assertThat(Claims.complaints(Claims.created(Claims.late(CPU, null, SOON), policy))).isEmpty();
    assertThat(Claims.complaints(Claims.created(Claims.late(CPU, "why", SOON), policy))).hasSize(1);
  }

  private static ScalingPolicy lenient() {
    return Allowed.byDefault().withoutReason().policy();
  }

  @ParameterizedTest(name = "\"{0}\": {1}")
  @CsvSource({
    "OPS-12, true",
    "OPS-12 and more, false",
    "see OPS-12, false",
    "ops-12, false",
    "'\u041e\u0420S-12', false"
  })
  void aReasonMatchesInFull(String reason, boolean good) {
    ScalingPolicy policy = Allowed.byDefault().reasons("[A-Z]+-[0-9]+").policy();

    Decision decision = Claims.created(Claims.late(CPU, reason, SOON), policy);

    assertThat(Claims.denying(decision).isEmpty()).isEqualTo(good);
    assertThat(Claims.complaints(decision))
        .allSatisfy(
            complaint ->
                assertThat(complaint)
                    .startsWith("exempt-reason: \"")
                    .endsWith(
                        "\", not a reason that matches [A-Z]+-[0-9]+; write it so that all of it"
                            + " matches"));
  }

  @Test
  void whereNoReasonIsGivenItsFormIsTold() {
    ScalingPolicy policy = Allowed.byDefault().reasons("[A-Z]+-[0-9]+").policy();

    assertThat(Claims.complaints(Claims.created(Claims.late(CPU, null, SOON), policy)))
        .containsExactly(
            "exempt-reason: no reason, not a reason that matches [A-Z]+-[0-9]+; say why in"
                + " hpa-steward.dev/exempt-reason");
  }

  @Test
  void aThousandCharactersAreEnoughForAReason() {
    ScalingPolicy policy = Allowed.byDefault().policy();

    assertThat(Claims.denying(Claims.created(Claims.late(CPU, "x".repeat(1000), SOON), policy)))
        .isEmpty();
    assertThat(Claims.complaints(Claims.created(Claims.late(CPU, "x".repeat(1001), SOON), policy)))
        .containsExactly("exempt-reason: 1001 characters, not at most 1000; shorten it");
  }

  @Test
  void everythingThatIsWrongIsToldAtOnce() {
    ScalingPolicy policy = Allowed.byDefault().never(RuleId.CPU_TARGET).policy();

    assertThat(Claims.complaints(Claims.created(Claims.late("cpu-target,foo", null, null), policy)))
        .extracting(complaint -> complaint.substring(0, complaint.indexOf(',')))
        .containsExactly(
            "exempt: \"foo\"",
            "exempt-reason: no reason",
            "exempt-until: no end",
            "exempt: cpu-target");
  }

  @Test
  void whatThePolicyNeverAllowsIsForbidden() {
    ScalingPolicy policy = Allowed.byDefault().never(RuleId.CPU_TARGET).policy();

    Decision decision = Claims.created(Claims.late("cpu-target,window-order", WHY, SOON), policy);

    assertThat(Claims.complaints(decision))
        .containsExactly(
            "exempt: cpu-target, not only what the policy lets be exempt here; mend the object,"
                + " or ask the platform team to allow it");
    assertThat(Claims.denying(decision)).containsExactly(CPU, "invalid-exemption");
  }

  @ParameterizedTest(name = "labels {0}, rule {1}, service type {2}: {3}")
  @CsvSource({
    "test, CPU_TARGET, sfu, true",
    "test, CPU_TARGET, sip, true",
    "test, MEMORY_TARGET, sfu, false",
    "test, CPU_TARGET, agent, false",
    "live, CPU_TARGET, sfu, false",
    ", CPU_TARGET, sfu, false",
    "live, WINDOW_ORDER, agent, true",
    ", WINDOW_ORDER, agent, true",
    "test, INVALID_EXEMPTION, sfu, false"
  })
  void anAllowanceCoversNamespaceRuleAndServiceType(
      @Nullable String stage, RuleId rule, String serviceType, boolean allowed) {
    Allowed rules =
        Allowed.byDefault()
            .only(
                new Allowance(TESTING, Set.of(RuleId.CPU_TARGET), Set.of("sfu", "sip")),
                new Allowance(
                    LabelSelector.EVERYTHING, Set.of(RuleId.WINDOW_ORDER), Set.of("agent")));

    assertThat(
            rules
                .rules()
                .allows(stage == null ? Map.of() : Map.of("stage", stage), serviceType, rule))
        .isEqualTo(allowed);
  }

  @Test
  void anAllowanceWithoutRulesAndServiceTypesCoversAllButThatAboutExemptions() {
    Allowed rules = Allowed.byDefault().only(new Allowance(TESTING, Set.of(), Set.of()));

    for (RuleId rule : RuleId.values()) {
      assertThat(rules.rules().allows(Map.of("stage", "test"), "anything", rule))
          .isEqualTo(rule != RuleId.INVALID_EXEMPTION);
      assertThat(rules.rules().allows(Map.of(), "anything", rule)).isFalse();
    }
  }

  @Test
  void whatIsAllowedHereIsNotAllowedWhereTheNamespaceIsNotKnown() {
    ScalingPolicy policy =
        Allowed.byDefault().only(new Allowance(TESTING, Set.of(), Set.of("sfu"))).policy();
    Autoscaler claiming = Claims.late(CPU, WHY, SOON);

    assertThat(
            Claims.denying(
                Evaluator.evaluate(
                    Questions.creation(claiming, in(Map.of("stage", "test"))), policy)))
        .isEmpty();
    assertThat(Claims.denying(Claims.created(claiming, policy)))
        .containsExactly(CPU, "invalid-exemption");
  }

  private static Surroundings in(Map<String, String> namespaceLabels) {
    return new Surroundings(
        Claims.ALONE.target(),
        true,
        true,
        Optional.of(namespaceLabels),
        List.of(),
        List.of(),
        Surroundings.Ownership.ANYBODY);
  }
}
