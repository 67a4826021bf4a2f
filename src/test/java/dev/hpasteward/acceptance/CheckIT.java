package dev.hpasteward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.controlplane.ProgramProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code check} as somebody types it, without a cluster. */
class CheckIT {

  private static final String GOOD =
      Manifests.deployment("sfu", "sfu") + Manifests.autoscaler("sfu", "sfu", 60);
  private static final String BAD =
      Manifests.deployment("egress", "livekit-egress")
          + Manifests.autoscaler("egress", "egress", 80);

  /** Its CPU target is as documented, and its Deployment has no CPU request. */
  private static final String WARNED =
      Manifests.deployment("agent", "agent")
              .replace("requests: {cpu: 500m, memory: 1Gi}", "limits: {memory: 1Gi}")
          + Manifests.autoscaler("agent", "agent", 50);

  @TempDir private Path folder;

  CheckIT() {}

  private Path file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private static ProgramProcess check(Object... arguments) {
    return ProgramProcess.start(
        Stream.concat(Stream.of("check"), Stream.of(arguments).map(Object::toString))
            .toArray(String[]::new));
  }

  private static void assertEnds(ProgramProcess program, int code) {
    assertThat(program.exitCode()).as(program.output()).isEqualTo(code);
  }

  /** All that it says, until its end. */
  private static String said(ProgramProcess program) {
    program.exitCode();
    return program.output();
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
  void whatIsPipedInIsChecked() {
    ProgramProcess program = ProgramProcess.startWithInput(BAD, "check", "-");

    assertEnds(program, 1);
    assertThat(program.output()).startsWith("<stdin>\n").contains("cpu-target");
  }

  @Test
  void aFolderIsCheckedWithAllThatIsBelowItAndAnAutoscalerFindsItsDeploymentInAnotherFile()
      throws IOException {
    file("chart/deployment.yaml", Manifests.deployment("egress", "livekit-egress"));
    file("chart/below/hpa.yml", Manifests.autoscaler("egress", "egress", 80));
    file("chart/.hidden/hpa.yaml", "not: [read");
    file("chart/notes.txt", "not: [read");
    file("chart/kustomization.yaml", "resources: [deployment.yaml]");

    ProgramProcess program = check(folder.resolve("chart"));

    assertEnds(program, 1);
    assertThat(program.output()).contains("hpa.yml\n", "cpu-target").doesNotContain("unreadable");
  }

  @Test
  void whatCantBeReadEndsWithTwoAndTheRestIsStillChecked() throws IOException {
    Path tabs = file("a.yaml", "apiVersion: v1\nkind: Pod\nmetadata:\n\tname: a\n");
    Path missing = folder.resolve("none.yaml");
    Path latin = Files.write(folder.resolve("latin.yaml"), new byte[] {'a', ':', ' ', (byte) 0xE9});

    ProgramProcess program = check(tabs, missing, latin, file("bad.yaml", BAD));

    assertEnds(program, 2);
    assertThat(program.output())
        .contains(
            "cpu-target",
            "unreadable " + tabs + ":4:1: found a tab, allowed spaces; indent with spaces",
            "unreadable " + missing + ": no such file; name a file that exists",
            "unreadable " + latin + ":1:4: found bytes that are not UTF-8; save the file as UTF-8",
            "1 denied",
            "3 unreadable");
  }

  @Test
  void aPipeInAFolderIsToldAndHoldsNobodyUp() throws IOException, InterruptedException {
    file("chart/bad.yaml", BAD);
    Path pipe = folder.resolve("chart/pipe.yaml");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();

    ProgramProcess program = check(folder.resolve("chart"));

    assertEnds(program, 2);
    assertThat(program.output())
        .contains("unreadable " + pipe + ": is no file that can be read; remove it", "1 denied");
  }

  @Test
  void whatIsNoManifestIsPassedOverInFoldersAndWhereThatIsAskedFor() throws IOException {
    file("repository/good.yaml", GOOD);
    Path values = file("repository/production-values.yaml", "replicas: 3\n");
    Path packages = file("repository/package.json", "{\"name\": \"x\"}");

    ProgramProcess all = check(folder.resolve("repository"));
    ProgramProcess named = check(values, packages);
    ProgramProcess asked = check(values, packages, "--only-manifests");

    assertEnds(all, 0);
    assertThat(all.output()).endsWith("2 fine; 2 others");
    assertEnds(named, 2);
    assertThat(named.output())
        .contains(values + ":1:1: found an object without kind; write apiVersion and kind");
    assertEnds(asked, 0);
  }

  @Test
  void whatLacksOnlyItsKindIsNeverPassedOver() throws IOException {
    Path half = file("repository/half.yaml", "apiVersion: autoscaling/v2\nspec: {}\n");

    ProgramProcess program = check(folder.resolve("repository"), "--only-manifests");

    assertEnds(program, 2);
    assertThat(program.output()).contains(half + ":1:1: found an object without kind");
  }

  @Test
  void aFilesNameIsNoOption() throws IOException {
    Path lax = file("--skip=cpu-target", BAD);
    Path at = file("@arguments", "--skip=cpu-target\n" + file("bad.yaml", BAD));

    assertThat(said(check("--", lax))).contains("1 denied");
    assertEnds(check(at), 2);
    assertThat(said(check(at))).contains("unreadable " + at);
  }

  @Test
  void keysThatStandTwiceAreToldInKindsThatNoPolicyLooksAtToo() throws IOException {
    Path service =
        file("s.yaml", "apiVersion: v1\nkind: Service\nmetadata: {name: x}\nspec: {a: 1, a: 2}\n");

    ProgramProcess program = check(service);

    assertEnds(program, 2);
    assertThat(program.output()).contains("unreadable " + service + ":4:");
  }

  @Test
  void nothingPipedInIsNoVerdict() {
    ProgramProcess program = ProgramProcess.startWithInput("", "check", "-");

    assertEnds(program, 2);
    assertThat(program.output())
        .contains("<stdin>: nothing was piped in; see what the command before it says");
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
  void linksThatGoRoundOrOutAreNotFollowed() throws IOException {
    file("outside.yaml", BAD);
    file("chart/good.yaml", GOOD);
    Files.createSymbolicLink(folder.resolve("chart/round"), folder.resolve("chart"));
    Path self = folder.resolve("chart/self.yaml");
    Files.createSymbolicLink(self, self);
    Path out = folder.resolve("chart/out.yaml");
    Files.createSymbolicLink(out, folder.resolve("outside.yaml"));
    Files.createSymbolicLink(folder.resolve("chart/same.yaml"), folder.resolve("chart/good.yaml"));

    ProgramProcess program = check(folder.resolve("chart"));

    assertEnds(program, 2);
    assertThat(program.output())
        .contains(
            "unreadable " + out + ": is a link to outside of its folder; name its target itself",
            "unreadable " + self + ": ",
            "2 objects under policy: 0 denied, 0 with warnings, 2 fine; 2 unreadable");
  }

  @Test
  void aFileThatNobodyMayReadIsToldOrRead() throws IOException {
    Path secret = file("secret.yaml", GOOD);
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("---------"));

    ProgramProcess program = check(secret);

    if (Files.isReadable(secret)) {
      assertEnds(program, 0);
    } else {
      assertEnds(program, 2);
      assertThat(program.output()).contains(secret + ": this user may not; allow it");
    }
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
  void whatIsNamedTwiceIsReadOnce() throws IOException {
    Path good = file("chart/good.yaml", GOOD);

    assertThat(said(check(good, folder.resolve("chart"), folder.resolve("chart"))))
        .endsWith("2 objects under policy: 0 denied, 0 with warnings, 2 fine");
    ProgramProcess unset = check("--fix", "");
    assertEnds(unset, 2);
    assertThat(unset.output()).isEqualTo("found an empty name of a file; name a file or a folder");
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

  @Test
  void pastAHundredMegabytesTheCallIsRefused() throws IOException {
    Path huge = folder.resolve("huge.yaml");
    try (var file = new java.io.RandomAccessFile(huge.toFile(), "rw")) {
      file.setLength(101L * 1024 * 1024);
    }

    ProgramProcess program = check(huge);

    assertEnds(program, 2);
    assertThat(program.output()).startsWith("there is more than 100 MiB to check: ");
  }
}
