package dev.hpasteward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.controlplane.EnforcedCluster;
import dev.hpasteward.controlplane.Kubectl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever somebody writes into an exemption, a person can read the answer. */
class OddExemptionIT {

  /** A little less than what the API server takes for all annotations of an object. */
  private static final int LARGEST = 256 * 1024 - 200;

  private final Kubectl kubectl = EnforcedCluster.running().kubectl(OddExemptionIT.class);

  OddExemptionIT() {}

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          \\u0441pu-target        | \\u0441pu-target
          cpu\\u2010target        | cpu\\u2010target
          cpu-target\\0           | cpu-target\\u0000
          \\bcpu-target           | \\u0008cpu-target
          cpu-target\\u202e       | cpu-target\\u202e
          """)
  void whatOnlyLooksLikeARuleIsShownAsItIs(String yaml, String shown) {
    assertThat(refusal(yaml, Exemptions.day(3)))
        .contains(
            "exempt]: found \"" + shown + "\", allowed a rule's id\n  fix: write cpu-target\n")
        .matches("[ -~\n]+");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "2027-02-29",
    "10000-01-01",
    "+999999999-12-31T23:59:59-18:00",
    "2026-12-31T18:00:00 Europe/Berlin",
    "2026-12-31T18:00:00"
  })
  void whatIsNoDateIsToldTheFormOfOne(String until) {
    assertThat(refusal("cpu-target", until))
        .contains(
            "exempt-until]: found \""
                + until
                + "\", allowed a date (its end, UTC) or a time (RFC 3339)\n"
                + "  fix: write it as 2026-12-31 or 2026-12-31T18:00:00Z\n");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"9999-12-31", "9999-12-31T23:59:59-18:00", "2104-02-29"})
  void aDateThatIsFarOffIsToldTheLastDay(String until) {
    assertThat(refusal("cpu-target", until))
        .contains(
            "exempt-until]: found \"" + until + "\", allowed at most 90 days from its first grant",
            "fix: end it by " + Exemptions.day(90));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"T18:00:00+14:00", "t18:00:00.5z", "T18:00:00-12:00"})
  void aTimeInAnyZoneIsUnderstood(String time) {
    Kubectl.Result created = create("cpu-target", Exemptions.day(3) + time);

    assertThat(created.exitCode()).isZero();
    assertThat(created.stderr()).contains("Warning: cpu-target: exempt until ");
  }

  @Test
  void asMuchAsAnAnnotationHoldsIsAnsweredInAFewLines() {
    assertThat(refusal(fill("cpu-target,"), Exemptions.day(3)))
        .contains(" names, allowed at most 40\n  fix: name only the rules that the object breaks\n")
        .hasSizeLessThan(2000);
    assertThat(refusal(fill("a"), Exemptions.day(3)))
        .contains("exempt]: found \"aaaa", "aaa...\", allowed a rule's id")
        .hasSizeLessThan(2000);
  }

  private static String fill(String piece) {
    return piece.repeat(LARGEST / piece.length());
  }

  private String refusal(String rules, String until) {
    Kubectl.Result refused = create(rules, until);
    assertThat(refused.exitCode()).isEqualTo(1);
    return refused.stderr();
  }

  private Kubectl.Result create(String rules, String until) {
    String exemption =
        ", labels: {hpa-steward.dev/service-type: agent}, annotations: {hpa-steward.dev/exempt: \"%s\", hpa-steward.dev/exempt-reason: why, "
                .formatted(rules)
            + "hpa-steward.dev/exempt-until: \"%s\"}".formatted(until);
    return kubectl.runWithInput(
        Exemptions.agent("odd", exemption, 80), "create", "--dry-run=server", "-f", "-");
  }
}
