package dev.hpasteward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hpasteward.controlplane.ProgramProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code check --fix} and {@code --diff}: what is written, and what is only shown. */
class FixIT {

  private static final String BAD =
      Manifests.deployment("egress", "livekit-egress")
          + Manifests.autoscaler("egress", "egress", 80);

  private static final String COMMENTED =
      """
      # Our egress workers.
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        labels: {hpa-steward.dev/service-type: livekit-egress}  # since March
        name: egress
      spec:
        selector: {matchLabels: {app: egress}}
        template:
          metadata:
            labels: {app: egress}
          spec:
            terminationGracePeriodSeconds: 3600
            containers:
              - name: egress   # the vendor's image
                image: livekit/egress
                resources: {requests: {cpu: 4, memory: 4Gi}}
      ---
      apiVersion: autoscaling/v2
      kind: HorizontalPodAutoscaler
      metadata: {name: egress}
      spec:
        maxReplicas: 20
        minReplicas: 2
        scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: egress}
        metrics:
          # Too high, by a long way.
          - type: Resource
            resource:
              name: cpu
              target:
                type: Utilization
                averageUtilization: 80   # percent
      """;

  private static final String FIXED =
      COMMENTED
          .replace(
              "      labels: {app: egress}\n",
              "      labels: {app: egress}\n      annotations:\n        prometheus.io/scrape: 'true'\n        prometheus.io/port: '9090'\n        prometheus.io/path: /metrics\n")
          .replace("averageUtilization: 80", "averageUtilization: 50");

  private static final int SOMEBODY = 4321;

  @TempDir private Path folder;

  FixIT() {}

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static ProgramProcess check(Object... arguments) {
    return ProgramProcess.start(
        Stream.concat(Stream.of("check"), Stream.of(arguments).map(Object::toString))
            .toArray(String[]::new));
  }

  private static void assertEnds(ProgramProcess program, int code) {
    assertThat(program.exitCode()).as(program.output()).isEqualTo(code);
  }

  @Test
  void whatHasOneRightValueIsWrittenAndAllElseStays() throws IOException {
    Path file = file("egress.yaml", COMMENTED);

    ProgramProcess program = check(file, "--fix");

    assertEnds(program, 0);
    assertThat(program.output())
        .startsWith("fixed: objects 2, files 1\n")
        .contains("2 objects under policy: 0 denied");
    assertThat(Files.readString(file)).startsWith(FIXED);

    ProgramProcess again = check(file, "--fix");

    assertEnds(again, 0);
    assertThat(again.output()).startsWith("fixed: objects 0, files 0\n");
  }

  @Test
  void aDifferenceIsShownAndNothingWritten() throws IOException {
    Path file = file("egress.yaml", COMMENTED);

    ProgramProcess admission = check(file, "--diff");
    ProgramProcess all = check(file, "--diff", "--fix");

    assertEnds(admission, 1);
    assertThat(admission.output())
        .contains("--- " + file, "+++ " + file, "+        prometheus.io/port: '9090'")
        .doesNotContain("-                averageUtilization: 80   # percent");
    assertEnds(all, 1);
    assertThat(all.output())
        .contains(
            "-          averageUtilization: 80   # percent",
            "+          averageUtilization: 50   # percent");
    assertThat(Files.readString(file)).isEqualTo(COMMENTED);
  }

  @Test
  void aDifferenceThatIsAppliedGivesWhatFixWrites() throws IOException, InterruptedException {
    Path file = file("egress.yaml", COMMENTED.stripTrailing());
    Path patched = file("patched.yaml", COMMENTED.stripTrailing());
    String command =
        "'%s/bin/java' -jar target/quarkus-app/quarkus-run.jar check --fix --diff '%s' | patch '%s'"
            .formatted(System.getProperty("java.home"), file, patched);

    Process bash = new ProcessBuilder("bash", "-c", command).redirectErrorStream(true).start();
    String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(bash.waitFor()).as(said).isZero();
    check(file, "--fix").exitCode();
    assertThat(Files.readString(patched)).isEqualTo(Files.readString(file));
  }

  @Test
  void whatIsPipedInIsPrintedAsItShouldBe() {
    ProgramProcess program = ProgramProcess.startWithInput(COMMENTED, "check", "-", "--fix");

    assertEnds(program, 0);
    assertThat(program.output()).startsWith(FIXED).contains("fixed: objects 2, files 1");
  }

  @Test
  void onlyTheRulesThatAreNamedAreFixed() throws IOException {
    Path file = file("egress.yaml", COMMENTED);

    check(file, "--fix", "--only=cpu-target").exitCode();

    assertThat(Files.readString(file))
        .isEqualTo(COMMENTED.replace("averageUtilization: 80", "averageUtilization: 50"));
  }

  @Test
  void aPipeIsReadAndCantBeWritten() throws IOException, InterruptedException {
    Path bad = file("bad.yaml", BAD);
    String command =
        "'%s/bin/java' -jar target/quarkus-app/quarkus-run.jar check --fix <(cat '%s')"
            .formatted(System.getProperty("java.home"), bad);

    Process bash = new ProcessBuilder("bash", "-c", command).redirectErrorStream(true).start();
    String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(bash.waitFor()).as(said).isEqualTo(2);
    assertThat(said).contains("not written: /dev/fd/", "cpu-target");
    assertThat(Files.readString(bad)).isEqualTo(BAD);
  }

  @Test
  void rootLeavesAFileToItsOwner() throws IOException {
    Path file = file("egress.yaml", COMMENTED);
    assumeTrue(Files.getAttribute(file, "unix:uid").equals(0));
    Files.setAttribute(file, "unix:uid", SOMEBODY);

    assertEnds(check(file, "--fix"), 0);

    assertThat(Files.readString(file)).startsWith(FIXED);
    assertThat(Files.getAttribute(file, "unix:uid")).isEqualTo(SOMEBODY);
  }
}
