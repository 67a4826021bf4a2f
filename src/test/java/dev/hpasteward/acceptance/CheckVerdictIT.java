package dev.hpasteward.acceptance;

import static dev.hpasteward.acceptance.CheckCommand.BAD;
import static dev.hpasteward.acceptance.CheckCommand.GOOD;
import static dev.hpasteward.acceptance.CheckCommand.assertEnds;
import static dev.hpasteward.acceptance.CheckCommand.check;
import static dev.hpasteward.acceptance.CheckCommand.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.controlplane.ProgramProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code check} finds, what it says of it, and how it ends. */
class CheckVerdictIT {

  /** Its CPU target is as documented, and its Deployment has no CPU request. */
  private static final String WARNED =
      Manifests.deployment("agent", "agent")
              .replace("requests: {cpu: 500m, memory: 1Gi}", "limits: {memory: 1Gi}")
          + Manifests.autoscaler("agent", "agent", 50);

  @TempDir private Path folder;

  CheckVerdictIT() {}

  private Path file(String name, String text) throws IOException {
    return CheckCommand.file(folder, name, text);
  }

  @Test
  void nothingToRefuseEndsWithZero() throws IOException {
    ProgramProcess program = check(file("good.yaml", GOOD));

    assertEnds(program, 0);
    assertThat(program.output())
        .endsWith("2 objects under policy: 0 denied, 0 with warnings, 2 fine");
  }

  @Test
  void whatWouldBeRefusedEndsWithOneAndIsToldWithItsPlaceAndHowToMendIt() throws IOException {
    Path bad = file("bad.yaml", BAD);

    ProgramProcess program = check(bad);

    assertEnds(program, 1);
    assertThat(program.output())
        .startsWith(bad + "\n")
        .contains(
            "  denied  HorizontalPodAutoscaler default/egress (livekit-egress)\n",
            "    20:92 error cpu-target: spec.metrics[0].resource.target.averageUtilization: found 80,"
                + " allowed 31 to 50\n",
            "      fix: set it to 50; 80 is also what Kubernetes fills in")
        .doesNotContain("\u001b");
  }

  @Test
  void aVerdictThatNobodyTakesIsNoSuccess() throws IOException {
    ProgramProcess program =
        ProgramProcess.startWith(
            Map.of(),
            ProcessBuilder.Redirect.to(Path.of("/dev/full").toFile()),
            "check",
            file("good.yaml", GOOD).toString());

    assertThat(program.exitCode()).isEqualTo(2);
  }

  @Test
  void anAutoscalerWithoutSpecIsJudgedAsTheApiServerFillsItIn() throws IOException {
    Path empty =
        file(
            "empty.yaml",
            """
            apiVersion: autoscaling/v2
            kind: HorizontalPodAutoscaler
            metadata: {name: x, labels: {hpa-steward.dev/service-type: sip}}
            spec:
            """);

    assertThat(said(check(empty))).contains("cpu-target: ", "found 80");
  }

  @Test
  void anotherPolicyGivesAnotherVerdict() throws IOException {
    Path policy =
        file(
            "policy.yaml",
            """
            apiVersion: hpa-steward.dev/v1
            kind: ScalingPolicy
            metadata: {name: ours}
            spec:
              serviceTypes:
                livekit-egress:
                  resources: {cpu: {scaleUpAt: 85, scaleDownAt: 40}}
                  replicas: {min: 1, max: 10}
            """);

    ProgramProcess program = check(file("bad.yaml", BAD), "--policy=" + policy);

    assertEnds(program, 0);
    assertThat(check(file("bad.yaml", BAD), "--policy=" + folder.resolve("none")).exitCode())
        .isEqualTo(2);
  }

  @Test
  void theNamespaceOfObjectsThatNameNoneAndItsLabelsCanBeGiven() throws IOException {
    Path bad = file("bad.yaml", BAD);

    ProgramProcess warned =
        check(bad, "-n", "media", "--namespace-labels=hpa-steward.dev/mode=warn,team=media");
    ProgramProcess inFile =
        check(
            file(
                "namespace.yaml",
                "{apiVersion: v1, kind: Namespace, metadata: {name: media, labels:"
                    + " {hpa-steward.dev/mode: \"off\"}}}\n"),
            bad,
            "--namespace=media",
            "-v");

    assertEnds(warned, 0);
    assertThat(warned.output()).contains("warned  HorizontalPodAutoscaler media/egress");
    assertEnds(inFile, 0);
    assertThat(inFile.output()).doesNotContain("cpu-target");
  }

  @Test
  void anOlderClusterKeepsNoTolerances() throws IOException {
    Path file =
        file(
            "tolerance.yaml",
            Manifests.deployment("sfu", "sfu")
                + Manifests.autoscaler(
                    "sfu",
                    "",
                    "sfu",
                    Manifests.cpuMetric(60)
                        + "behavior: {scaleUp: {tolerance: '0.5', stabilizationWindowSeconds: 0}}"));

    assertThat(said(check(file, "--kube-version=1.35"))).contains("scale-up-tolerance");
    assertThat(said(check(file, "--kube-version=v1.34.1-eks-113cf36")))
        .doesNotContain("error scale-up-tolerance");
    ProgramProcess bogus = check(file, "--kube-version=latest");
    assertEnds(bogus, 2);
    assertThat(bogus.output())
        .isEqualTo("--kube-version: latest is no version; write such as 1.35");
  }

  @Test
  void warningsAreAllowedUnlessTheyCountAsErrors() throws IOException {
    Path warned = file("warned.yaml", WARNED);

    ProgramProcess allowed = check(warned);
    ProgramProcess counted = check(warned, "--warnings-as-errors");

    assertEnds(allowed, 0);
    assertThat(allowed.output()).contains("warning missing-requests");
    assertEnds(counted, 1);
  }

  @Test
  void rulesCanBeChosenAndLeftOut() throws IOException {
    Path bad = file("bad.yaml", BAD);

    ProgramProcess only = check(bad, "--only=memory-target,scale-down-window");
    ProgramProcess skipped = check(bad, "--skip", "cpu-target");
    ProgramProcess misspelt = check(bad, "--skip=cpu-taget");

    assertEnds(only, 0);
    assertThat(only.output()).doesNotContain("cpu-target", "inverted-metric");
    assertEnds(skipped, 0);
    assertThat(skipped.output()).contains("inverted-metric").doesNotContain("cpu-target");
    assertEnds(misspelt, 2);
    assertThat(misspelt.output())
        .isEqualTo("--skip: there is no rule \"cpu-taget\"; do you mean cpu-target?");
  }

  @Test
  void withVerboseEveryObjectIsNamed() throws IOException {
    Path good = file("good.yaml", GOOD);

    assertThat(said(check(good))).doesNotContain("Deployment");
    assertThat(said(check(good, "-v"))).contains("fine    Deployment default/sfu (sfu)");
    assertThat(said(check(good, "--verbose"))).contains("default/sfu (sfu)");
  }

  @Test
  void everyFormTellsTheFinding() throws IOException {
    Path bad = file("bad.yaml", BAD);

    for (String form : List.of("text", "json", "sarif", "junit", "github", "markdown")) {
      ProgramProcess program = check(bad, "--output=" + form);
      assertEnds(program, 1);
      assertThat(program.output()).as(form).contains("cpu-target", "31 to 50");
    }
    ProgramProcess bogus = check(bad, "-o", "yaml");
    assertEnds(bogus, 2);
    assertThat(bogus.output()).startsWith("Invalid value for option '--output'");
  }

  @Test
  void withoutAFileTheUsageIsShown() {
    ProgramProcess program = check();

    assertEnds(program, 2);
    assertThat(program.output())
        .startsWith("Name files or folders, - for what is piped in, or --cluster");
  }

  @Test
  void whatAdmissionWouldCorrectCountsAsAWarning() throws IOException {
    Path policy =
        file(
            "policy.yaml",
            Files.readString(
                    Path.of("src/main/resources/dev/hpasteward/source/default-policy.yaml"))
                .replace("corrections: Fill ", "corrections: Rewrite "));
    Path bad = file("bad.yaml", BAD);

    assertEnds(check(bad, "--policy=" + policy), 0);
    assertEnds(check(bad, "--policy=" + policy, "--warnings-as-errors"), 1);
  }

  @Test
  void tooLittleMemoryIsNoVerdict() throws IOException {
    Path large = file("large.yaml", (BAD + "---\n").repeat(20_000));

    ProgramProcess program =
        ProgramProcess.start(Map.of("JAVA_TOOL_OPTIONS", "-Xmx24m"), "check", large.toString());

    assertEnds(program, 3);
    assertThat(program.output())
        .contains("there is not enough memory for it: give Java more, such as -Xmx1g");
  }
}
