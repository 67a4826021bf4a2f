package dev.hpasteward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.controlplane.ProgramProcess;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code simulate} as somebody types it. */
class SimulateIT {

  private static final String EGRESS = "--service-type=livekit-egress";
  private static final String SPIKE = "--load=spike";

  /** Of Kubernetes: what `kubectl autoscale` leaves. */
  private static final String PLAIN =
      """
      apiVersion: autoscaling/v2
      kind: HorizontalPodAutoscaler
      metadata: {name: mine}
      spec:
        scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: egress}
        minReplicas: 2
        maxReplicas: 20
      """;

  @TempDir private Path folder;

  SimulateIT() {}

  private static String simulated(int exitCode, String... arguments) {
    ProgramProcess program =
        ProgramProcess.start(
            Stream.concat(Stream.of("simulate"), Stream.of(arguments)).toArray(String[]::new));
    assertThat(program.exitCode()).as(program.output()).isEqualTo(exitCode);
    return program.output();
  }

  @Test
  void allServiceTypesUnderAllLoadsAreALineEach() {
    List<String> lines = simulated(0).lines().toList();

    assertThat(lines.get(0)).startsWith("service type").contains("broken", "pod-hours");
    assertThat(lines.subList(1, 25))
        .allMatch(line -> line.matches("(livekit-egress|sip|sfu|agent) +[a-z]+ .*"));
  }

  @Test
  void aRunIsToldPromiseByPromise() {
    assertThat(simulated(0, EGRESS, SPIKE))
        .startsWith(
            "livekit-egress under spike, 0.8 to 10 sessions, 2 h, seed 1\nHPA policy: cpu 50")
        .contains(
            "can't be kept  More pods are asked for at the documented thresholds",
            "✓ kept           The number of pods stays within its bounds",
            "pod-hours",
            "promises: ");
  }

  @Test
  void theSameCallSaysTheSame() {
    String first = simulated(0, EGRESS, "--load=noise", "--seed=7", "--missing-samples=2%");

    assertThat(simulated(0, EGRESS, "--load=noise", "--seed=7", "--missing-samples=2%"))
        .isEqualTo(first);
    assertThat(simulated(0, EGRESS, "--load=noise", "--seed=8", "--missing-samples=2%"))
        .isNotEqualTo(first);
  }

  @Test
  void anHpaOfOnesOwnIsHeldToTheStrategy() throws IOException {
    Path file = Files.writeString(folder.resolve("hpa.yaml"), PLAIN);

    assertThat(simulated(1, EGRESS, SPIKE, "--hpa=" + file))
        .contains("HPA yours: cpu 80 %; 2 to 20 pods", "✗ broken");
  }

  @Test
  void anHpaMayBePipedIn() {
    ProgramProcess program =
        ProgramProcess.startWithInput(PLAIN, "simulate", EGRESS, SPIKE, "--hpa=-");

    assertThat(program.exitCode()).isEqualTo(1);
    assertThat(program.output()).contains("HPA yours: cpu 80 %");
  }

  @Test
  void theHeadroomFormScalesOnNeededCapacity() {
    assertThat(simulated(0, EGRESS, SPIKE, "--headroom"))
        .contains("livekit_egress_needed 1 a pod", "✓ kept           More pods are asked for");
  }

  @Test
  void anOldClusterKeepsNoTolerances() {
    assertThat(simulated(0, EGRESS, SPIKE, "--kube-version=1.33")).contains("HPA policy: cpu 45 %");
  }

  @Test
  void aRecordedLoadIsPlayedToItsEnd() throws IOException {
    Path file =
        Files.writeString(folder.resolve("day.csv"), "time,sessions\n0,2\n1800,9\n3600,2\n");

    assertThat(simulated(0, EGRESS, "--load-file=" + file))
        .startsWith("livekit-egress under day.csv, 2 to 9 sessions, 1 h, seed 1");
  }

  @Test
  void theWorkloadModelCanBeReplacedPieceByPiece() {
    assertThat(
            simulated(
                0,
                EGRESS,
                "--load=step",
                "--base=1",
                "--peak=12",
                "--duration=1h30m",
                "--pod-start=5s",
                "--node-delay=10s",
                "--pods-per-node=10",
                "--metric-lag=15s",
                "--session-length=5m",
                "--sessions-per-pod=2",
                "--cpu-usage=5,40",
                "--memory-usage=10,25",
                "--grace-period=10m"))
        .startsWith("livekit-egress under step, 1 to 12 sessions, 1 h 30 min, seed 1");
  }

  @Test
  void hpasAreComparedInOneTable() throws IOException {
    Path picture = folder.resolve("all.svg");

    assertThat(simulated(0, EGRESS, SPIKE, "--compare", "--picture=" + picture).lines())
        .extracting(line -> line.split(" {2,}", 2)[0])
        .startsWith(
            "HPA",
            "documented",
            "headroom",
            "no tolerances",
            "headroom, no tolerances",
            "no rates",
            "headroom, no rates",
            "Kubernetes defaults");
    assertThat(Files.readString(picture)).startsWith("<svg ").contains("Kubernetes defaults");
  }

  @Test
  void headroomThatChangesNothingIsNoted() {
    assertThat(simulated(0, "--service-type=agent", "--load=ramp", "--headroom"))
        .contains("note: --headroom changes nothing for agent");
    assertThat(simulated(0, EGRESS, "--load=ramp", "--headroom")).doesNotContain("note:");
  }

  @Test
  void aSweepNamesTheCheapestSettings() {
    String said = simulated(0, EGRESS, SPIKE, "--headroom", "--sweep=target,delay");

    assertThat(said)
        .contains(
            "55 runs over target, delay",
            "No promise is broken, the most kept first, then the cheapest:",
            "The HPA itself:")
        .doesNotContain("\r");
  }

  @ParameterizedTest
  @ValueSource(strings = {"page.html", "drawing.svg"})
  void picturesAreTheSameToTheByteAndNeedNoNetwork(String name) throws IOException {
    Path one = folder.resolve("one-" + name);
    Path other = folder.resolve("other-" + name);

    simulated(0, EGRESS, SPIKE, "--picture=" + one);
    simulated(0, EGRESS, SPIKE, "--picture=" + other);

    assertThat(other).hasSameBinaryContentAs(one);
    assertThat(Files.readString(one)).doesNotContain("src=", "@import", "url(http");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).hasSize(2);
    }
  }

  @Test
  void aHundredDaysNeedNoMoreMemoryThanOne() {
    for (String length : List.of("1d", "100d")) {
      Path picture = folder.resolve(length + ".html");
      ProgramProcess program =
          ProgramProcess.start(
              Map.of("JAVA_TOOL_OPTIONS", "-XX:+UseSerialGC -Xmx20m"),
              "simulate",
              EGRESS,
              "--load=diurnal",
              "--duration=" + length,
              "--picture=" + picture);

      assertThat(program.exitCode()).as(program.output()).isZero();
      assertThat(picture).isNotEmptyFile();
    }
  }

  @Test
  void aRecordingOfAMillionRowsIsReadAsItGoes() throws IOException {
    Path rows = folder.resolve("long.csv");
    try (BufferedWriter out = Files.newBufferedWriter(rows)) {
      for (int second = 0; second < 1_000_000; second++) {
        out.append(second + "," + second / 60 % 8 + "\n");
      }
    }
    ProgramProcess program =
        ProgramProcess.start(
            Map.of("JAVA_TOOL_OPTIONS", "-XX:+UseSerialGC -Xmx20m"),
            "simulate",
            EGRESS,
            "--load-file=" + rows,
            "--headroom");

    assertThat(program.exitCode()).as(program.output()).isZero();
    assertThat(program.output())
        .contains("livekit-egress under long.csv, 0 to 7 sessions, 277 h 46 min 39 s, seed 1");
  }
}
