package dev.hpasteward.decision;

import static dev.hpasteward.decision.Claims.CPU;
import static dev.hpasteward.decision.Claims.SOON;
import static dev.hpasteward.decision.Claims.WHY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.policy.ScalingPolicy;
import dev.hpasteward.policy.StrategyPolicy;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people write into {@code exempt}. */
class ClaimedRulesTest {

  private static final ScalingPolicy POLICY = StrategyPolicy.policy();

  @ParameterizedTest(name = "\"{0}\"")
  @ValueSource(
      strings = {
        "cpu-target",
        " cpu-target ",
        "\tcpu-target\n",
        "window-order,cpu-target",
        "window-order , cpu-target",
        "cpu-target,cpu-target",
        "cpu-target,window-order,cpu-target"
      })
  void rulesAreSeparatedByCommasWithBlanksAroundThem(String rules) {
    Decision decision = Claims.created(Claims.late(rules, WHY, SOON), POLICY);

    assertThat(decision.findings()).hasSize(1);
    assertThat(decision.findings().get(0).exemption()).isPresent();
    assertThat(decision.denied()).isFalse();
  }

  @ParameterizedTest(name = "\"{0}\": {1}; {2}")
  @CsvSource(
      quoteCharacter = '\'',
      textBlock =
          """
          cpu-targe          , '"cpu-targe"'          , write cpu-target
          CPU-Target         , '"CPU-Target"'         , write cpu-target
          cpu_target         , '"cpu_target"'         , write cpu-target
          '\u0441pu-target'  , '"\\u0441pu-target"'   , write cpu-target
          'cpu\u2010target'  , '"cpu\\u2010target"'   , write cpu-target
          'cpu-target\u00a0' , '"cpu-target\\u00a0"'  , write cpu-target
          'cpu-\u0000target' , '"cpu-\\u0000target"'  , write cpu-target
          'cpu-target;window', '"cpu-target;window"'  , use the ids that the denial names
          '"cpu-target"'     , '"\\"cpu-target\\""'   , write cpu-target
          everything         , '"everything"'         , use the ids that the denial names
          *                  , '"*"'                  , there is no wildcard: name each rule
          cpu-*              , '"cpu-*"'              , there is no wildcard: name each rule
          """)
  void aNameThatIsNoRuleIsShownAsItIsWithTheNearestRule(String rules, String found, String fix) {
    Decision decision = Claims.created(Claims.late(rules, WHY, SOON), POLICY);

    assertThat(Claims.complaints(decision))
        .containsExactly("exempt: " + found + ", not a rule's id; " + fix);
    assertThat(Claims.denying(decision)).contains(CPU, "invalid-exemption");
  }

  @ParameterizedTest(name = "\"{0}\"")
  @ValueSource(
      strings = {"cpu-target,", ",cpu-target", "cpu-target,,window-order", ",,cpu-target,,"})
  void anEmptyEntryIsTold(String rules) {
    assertThat(Claims.complaints(Claims.created(Claims.late(rules, WHY, SOON), POLICY)))
        .containsExactly("exempt: an empty entry, not a rule's id; remove the comma too many");
  }

  @ParameterizedTest(name = "\"{0}\"")
  @ValueSource(strings = {"", " ", "\n", ",", ",,", " , "})
  void nothingNamedExemptsFromNothing(String rules) {
    Decision decision = Claims.created(Claims.late(rules, WHY, SOON), POLICY);

    assertThat(Claims.complaints(decision)).hasSize(1);
    assertThat(Claims.denying(decision)).contains(CPU, "invalid-exemption");
  }

  @Test
  void aMisspeltNameIsToldOnce() {
    assertThat(Claims.complaints(Claims.created(Claims.late("foo,foo,foo", WHY, SOON), POLICY)))
        .hasSize(1);
  }

  @Test
  void aMisspeltNameTakesNothingFromTheOthers() {
    Decision decision = Claims.created(Claims.late("cpu-target,foo", WHY, SOON), POLICY);

    assertThat(Claims.denying(decision)).containsExactly("invalid-exemption");
  }

  @Test
  void fortyNamesAreReadAndMoreAreNot() {
    String forty = String.join(",", Collections.nCopies(40, CPU));

    assertThat(Claims.denying(Claims.created(Claims.late(forty, WHY, SOON), POLICY))).isEmpty();
    assertThat(Claims.complaints(Claims.created(Claims.late(forty + "," + CPU, WHY, SOON), POLICY)))
        .containsExactly(
            "exempt: 41 names, not at most 40; name only the rules that the object breaks");
  }

  @Test
  void aReasonOrAnEndWithoutRulesIsToldSo() {
    List<String> expected =
        List.of(
            "exempt: nothing, not the rules to be exempt from, separated by commas; name the rules,"
                + " such as cpu-target");

    assertThat(Claims.complaints(Claims.created(Claims.late(null, WHY, null), POLICY)))
        .isEqualTo(expected);
    assertThat(Claims.complaints(Claims.created(Claims.late(null, null, SOON), POLICY)))
        .isEqualTo(expected);
  }

  @Test
  void whatWeNoteBesideAnExemptionClaimsNothing() {
    assertThat(
            Claims.complaints(
                Claims.created(Claims.late(null, null, null, "2026-01-01T00:00:00Z"), POLICY)))
        .isEmpty();
  }

  @Test
  void nobodyIsExemptFromTheRuleAboutExemptions() {
    assertThat(
            Claims.complaints(Claims.created(Claims.late("invalid-exemption", WHY, SOON), POLICY)))
        .containsExactly(
            "exempt: invalid-exemption, not only what the policy lets be exempt here; mend the"
                + " object, or ask the platform team to allow it");
  }
}
