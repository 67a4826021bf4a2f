package dev.hpasteward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.controlplane.EnforcedCluster;
import dev.hpasteward.controlplane.Kubectl;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An exemption through its life, under the embedded policy. */
class ExemptionIT {

  private static final Kubectl KUBECTL =
      BrownfieldNamespace.with(
          ExemptionIT.class,
          object("granted", "", 50)
              + object("tried", "", 50)
              + Manifests.deployment("inherited", "agent")
              + Manifests.deployment("new", "agent")
              + object("over", Exemptions.forDays(-1), 80)
              + object(
                  "extended", Exemptions.forDays(5).replace("{", "{" + since(-80) + ", "), 80));

  ExemptionIT() {}

  @Test
  void aGrantedOneIsNotedAndToldAtEachUse() {
    Instant before = Instant.now();
    Kubectl.Result granted = apply(Exemptions.agent("granted", Exemptions.forDays(10), 80));

    assertThat(granted.exitCode()).isZero();
    assertThat(granted.stderr()).isEqualTo(inUse(10));
    String since = annotation("granted", "exempt-since");
    assertThat(Instant.parse(since)).isBetween(before.minusSeconds(2), Instant.now());

    Kubectl.Result used = apply(Exemptions.agent("granted", Exemptions.forDays(10), 85));
    assertThat(used.stderr()).isEqualTo(inUse(10));
    assertThat(annotation("granted", "exempt-since")).isEqualTo(since);

    KUBECTL
        .run("annotate", "hpa", "granted", "--overwrite", "hpa-steward.dev/exempt-since=2020-01-01")
        .output();
    assertThat(annotation("granted", "exempt-since")).isEqualTo(since);

    assertThat(
            EnforcedCluster.running()
                .program()
                .awaitLine(line -> line.contains("recorded UPDATE of HPA \"granted\"")))
        .endsWith(
            "found 80, allowed at most 50, exempt until "
                + Exemptions.day(10)
                + ": VOICE-7 load test");
    assertThat(
            Metrics.of(EnforcedCluster.running().managementPort())
                .sum("hpa_steward_findings_total{", "rule=\"cpu-target\"", "exempt=\"true\""))
        .isGreaterThanOrEqualTo(2);
  }

  @Test
  void withoutItTheSameChangeIsRefusedWithAnOfferThatCanBePasted() {
    Kubectl.Result refused = apply(Exemptions.agent("tried", "", 80));

    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.stderr())
        .contains(
            """
            If it must be so for a while, exempt it in metadata.annotations:
              hpa-steward.dev/exempt: cpu-target
              hpa-steward.dev/exempt-reason: <why>
              hpa-steward.dev/exempt-until: <a day until %s>
            """
                .formatted(Exemptions.day(90)));
  }

  @Test
  void oneOnTheDeploymentHoldsForItsAutoscaler() {
    String deployment =
        Manifests.deployment(
            "inherited",
            "labels: {hpa-steward.dev/service-type: agent}" + Exemptions.forDays(3),
            "{}");
    assertThat(apply(deployment).exitCode()).isZero();

    // The Deployment's annotations are known through a watch.
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(50))
        .until(
            () ->
                KUBECTL
                    .runWithInput(
                        Exemptions.agent("inherited", "", 80),
                        "create",
                        "--dry-run=server",
                        "-f",
                        "-")
                    .exitCode(),
            exitCode -> exitCode == 0);
    assertThat(apply(Exemptions.agent("inherited", "", 80)).stderr()).isEqualTo(inUse(3));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cpu-tarket | exempt]: found \"cpu-tarket\", allowed a rule's id | write cpu-target",
        "CPU-target | exempt]: found \"CPU-target\", allowed a rule's id | write cpu-target",
        "* | exempt]: found \"*\", allowed a rule's id | there is no wildcard: name each rule",
        "cpu-target,invalid-exemption | exempt]: found invalid-exemption, allowed only what the policy lets be exempt here | mend the object, or ask the platform team to allow it"
      })
  void whatNamesNoRuleIsRefusedWithTheNearestOne(String rules, String found, String fix) {
    assertRefused(Exemptions.of(rules, "VOICE-7", Exemptions.day(3)), found, fix);
  }

  @Test
  void anUnexplainedOneIsRefused() {
    assertRefused(
        Exemptions.of("cpu-target", " ", Exemptions.day(3)),
        "exempt-reason]: found no reason, allowed a reason",
        "say why in hpa-steward.dev/exempt-reason");
  }

  @Test
  void oneThatIsTooLongIsRefusedAndTheLastAllowedDayIsNot() {
    assertRefused(
        Exemptions.forDays(91),
        "exempt-until]: found \"%s\", allowed at most 90 days from its first grant"
            .formatted(Exemptions.day(91)),
        "end it by " + Exemptions.day(90));

    assertThat(
            KUBECTL
                .runWithInput(
                    Exemptions.agent("tried", Exemptions.forDays(90), 80),
                    "apply",
                    "--dry-run=server",
                    "-f",
                    "-")
                .stderr())
        .isEqualTo(inUse(90));
  }

  @Test
  void whenOneIsOverAnOldObjectIsHeldUpByNothingAndANewOneIsRefused() {
    assertThat(KUBECTL.run("label", "hpa", "over", "team=voice"))
        .satisfies(
            result -> {
              assertThat(result.exitCode()).isZero();
              assertThat(result.stderr()).startsWith(over()).contains("as before, so let pass: ");
            });
    assertThat(apply(Exemptions.agent("over", Exemptions.forDays(-1), 90)).exitCode()).isEqualTo(1);

    Kubectl.Result refused =
        KUBECTL.runWithInput(
            Exemptions.agent("new", Exemptions.forDays(-1), 80), "create", "-f", "-");
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.stderr())
        .contains("found 80, allowed at most 50")
        .contains("\nthe exemption from cpu-target ended on " + Exemptions.day(-1) + ": ");
  }

  /** It was granted 80 days ago, so 10 are left. */
  @Test
  void oneIsExtendedToItsLimitAndNotPastIt() {
    assertThat(until("extended", 11).stderr())
        .contains(
            "exempt-until]: found \"%s\", allowed at most 90 days from its first grant\n  fix: it was granted on %s; mend the object instead\n"
                .formatted(Exemptions.day(11), Exemptions.day(-80)));
    assertThat(until("extended", 10).exitCode()).isZero();
    assertThat(annotation("extended", "exempt-until")).isEqualTo(Exemptions.day(10));
  }

  private static void assertRefused(String exemption, String found, String fix) {
    Kubectl.Result refused = apply(Exemptions.agent("tried", exemption, 50));

    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.stderr())
        .contains(
            "invalid-exemption: metadata.annotations[hpa-steward.dev/" + found + "\n  fix: " + fix);
  }

  private static String inUse(int days) {
    return "Warning: cpu-target: exempt until %s (%d days left): VOICE-7 load test\n"
        .formatted(Exemptions.day(days), days);
  }

  private static String over() {
    return "Warning: hpa-steward: the exemption from cpu-target ended on %s: mend the object and remove the exempt annotations\n"
        .formatted(Exemptions.day(-1));
  }

  private static String object(String name, String exemption, int cpu) {
    return Manifests.deployment(name, "agent") + Exemptions.agent(name, exemption, cpu);
  }

  private static String since(int days) {
    return "hpa-steward.dev/exempt-since: '" + Exemptions.day(days) + "T00:00:00Z'";
  }

  private static Kubectl.Result until(String name, int days) {
    return KUBECTL.run(
        "annotate",
        "hpa",
        name,
        "--overwrite",
        "hpa-steward.dev/exempt-until=" + Exemptions.day(days));
  }

  private static Kubectl.Result apply(String manifest) {
    return KUBECTL.runWithInput(manifest, "apply", "-f", "-");
  }

  private static String annotation(String name, String key) {
    return KUBECTL
        .run(
            "get",
            "hpa",
            name,
            "-o",
            "jsonpath={.metadata.annotations.hpa-steward\\.dev/" + key + "}")
        .output();
  }
}
