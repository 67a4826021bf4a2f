package dev.hpasteward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.controlplane.ProgramProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code simulate} says of what it can't use: one clear sentence, and nothing written. */
class SimulateBadInputIT {

  private static final String ONE = "--service-type=sfu --load=step ";

  @TempDir private Path folder;

  SimulateBadInputIT() {}

  private static String refused(String... arguments) {
    ProgramProcess program =
        ProgramProcess.start(
            Stream.concat(Stream.of("simulate"), Stream.of(arguments)).toArray(String[]::new));
    assertThat(program.exitCode()).as(program.output()).isEqualTo(2);
    return program.output();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--service-type=egress | the policy has no service type \"egress\"; do you mean livekit-egress?",
        "--load=spkie | there is no shape \"spkie\"; do you mean spike?",
        "--load=day.csv | or name a recording with --load-file",
        "--duration=soon | --duration: \"soon\" is no length of time; write such as 90s, 5m, 1h30m",
        "--duration=5s | a run is 15s to 366d long",
        "--peak=-1 | --peak: \"-1\" is no number of sessions",
        "--peak=NaN | --peak: \"NaN\" is no number of sessions",
        "--base=9 --peak=3 | --peak: 3 is less than --base, 9",
        "--missing-samples=120% | --missing-samples: \"120%\" is no share",
        "--metric-lag=7s | --metric-lag: a run goes on in steps of 5 s, and 7s is none of them; write 5s or 10s",
        "--metric-lag=1h | --metric-lag: 1h is more than 10 minutes; write 0s to 10m",
        "--sessions-per-pod=0 | --sessions-per-pod: 0 is less than 1; write 1 to 100000",
        "--sessions-per-pod=100001 | --sessions-per-pod: 100001 is more than 100000",
        "--cpu-usage=5 | --cpu-usage: \"5\" is no pair of percentages; write such as 5,6.5",
        "--memory-usage=25,4.5.6 | --memory-usage: \"25,4.5.6\" is no pair of percentages",
        "--service-type=sip --cpu-usage=3,90 | a full pod would use 5403 % of its cpu request",
        "--pods-per-node=0 | --pods-per-node: 0 is less than 1; write 1 or more",
        "--session-length=0s | --session-length: 0s is less than a second; write 1s to 1d",
        "--load-file=/dev/null | /dev/null is no file that can be read twice; save it first",
        "--replay=x --compare --picture=x.svg --seed=2 | leave out --compare, --picture, --seed",
        "--kube-version=new | --kube-version: new is no version",
        "--hpa=hpa.yaml | --hpa: add --service-type",
        "--service-type=sfu --hpa=none.yaml | none.yaml: no such file",
        "--load-file=none.csv | --load-file: none.csv: no such file",
        "--load=step --load-file=x.csv | leave out --load, --base and --peak",
        "--compare | --compare looks at one service under one load: add --service-type and --load",
        "--sweep | --sweep looks at one service under one load",
        "--picture=all.html | --picture looks at one service under one load",
        "--picture=all.png | end its name in .html or .svg",
        "--picture=no/such/folder/x.svg | there is no folder",
      })
  void whatCanNotBeUsedIsToldInASentence(String arguments, String said) {
    assertThat(refused(arguments.split(" ", -1))).contains(said).doesNotContain("Usage:");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--sweep=targt | --sweep: nothing is called \"targt\"; do you mean target?",
        "--sweep --output=junit | --sweep has no JUnit form",
        "--sweep --compare | two questions",
      })
  void questionsThatMakeNoSenseAreRefused(String arguments, String said) {
    assertThat(refused((ONE + arguments).split(" ", -1))).contains(said);
  }

  @ParameterizedTest
  @CsvSource({
    "'0,1\n15,x', 'line 2, column 4'",
    "'0,1\n15,NaN', 'line 2, column 4'",
    "'0,1\n15,-2', 'line 2, column 4'",
    "'15,1\n0,2', 'line 2, column 1: time goes backwards'",
    "'0,1\n15', 'line 2, column 1'",
    "'time,sessions', 'there is no point'"
  })
  void aMalformedRecordingIsToldWithItsPlace(String text, String said) throws IOException {
    Path file = Files.writeString(folder.resolve("load.csv"), text + "\n");
    Path picture = folder.resolve("picture.html");

    assertThat(refused("--service-type=sfu", "--load-file=" + file, "--picture=" + picture))
        .startsWith("--load-file: " + file + ": ")
        .contains(said);
    assertThat(picture).doesNotExist();
  }

  @Test
  void anHpaThatTheApiServerRefusesIsToldFieldByField() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("hpa.yaml"),
            """
            apiVersion: autoscaling/v2
            kind: HorizontalPodAutoscaler
            metadata: {name: mine}
            spec:
              scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: sfu}
              minReplicas: 5
              minReplica: 5
              maxReplicas: 3
              metrics:
              - {type: Resource, resource: {name: cpu, target: {averageUtilization: 50}}}
              behavior: {scaleDown: {stabilizationWindowSeconds: 9999}}
            """);

    assertThat(refused("--service-type=sfu", "--hpa=" + file))
        .contains(
            "the API server would refuse the HPA mine:",
            "spec.minReplica: the API has no such field; write minReplicas",
            "spec.metrics[0].resource.target.type: there is none; write Utilization",
            "spec.maxReplicas: 3 is less than minReplicas, 5; write 5 or more",
            "spec.behavior.scaleDown.stabilizationWindowSeconds: it is 9999; write 0 to 3600");
  }

  @Test
  void anHpaOfMorePodsThanCanBeSimulatedIsTold() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("hpa.yaml"),
            """
            apiVersion: autoscaling/v2
            kind: HorizontalPodAutoscaler
            metadata: {name: mine}
            spec:
              scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: sfu}
              maxReplicas: 2000000
            """);

    assertThat(refused("--service-type=sfu", "--hpa=" + file))
        .startsWith(
            "spec.maxReplicas: 2000000 is more than the 5,000 pods that can be simulated; write");
  }

  @Test
  void aFileWithoutAnHpaIsTold() throws IOException {
    Path file = Files.writeString(folder.resolve("x.yaml"), Manifests.deployment("sfu", "sfu"));

    assertThat(refused("--service-type=sfu", "--hpa=" + file)).contains("found 0 HPAs in " + file);
  }

  @Test
  void whereNothingCanBeWrittenNothingIsRun() throws IOException {
    Path taken = Files.createDirectory(folder.resolve("folder.html"));

    assertThat(refused("--service-type=sfu", "--load=step", "--picture=" + taken))
        .isEqualTo("--picture: " + taken + " is a folder; name a file");
  }
}
