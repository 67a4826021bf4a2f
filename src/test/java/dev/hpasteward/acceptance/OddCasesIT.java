package dev.hpasteward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hpasteward.acceptance.PlainWrites.Said;
import dev.hpasteward.controlplane.EnforcedCluster;
import dev.hpasteward.controlplane.Kubectl;
import dev.hpasteward.controlplane.OptionalKind;
import dev.hpasteward.controlplane.ProgramProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Odd cases by hand: what {@code check} says of a file's last object is what admission says. */
class OddCasesIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path CASES =
      Path.of("src/test/resources/dev/hpasteward/acceptance/odd-cases");
  private static final Duration UNTIL_KINDS_ARE_NOTICED = Duration.ofMinutes(1);
  private static final int WEEK = 7;

  @TempDir private Path folder;

  OddCasesIT() {}

  @BeforeAll
  static void optionalKinds() {
    Kubectl kubectl = EnforcedCluster.running().kubectl(OddCasesIT.class);
    for (String kind : kinds()) {
      kubectl.runWithInput(kind, "apply", "-f", "-").output();
    }
    kubectl
        .run(
            "wait",
            "--for=condition=Established",
            "crd/scaledobjects.keda.sh",
            "crd/verticalpodautoscalers.autoscaling.k8s.io",
            "--timeout=30s")
        .output();
  }

  @AfterAll
  static void noneAgain() {
    for (String kind : kinds()) {
      EnforcedCluster.running()
          .controlPlane()
          .kubectl()
          .runWithInput(kind, "delete", "--ignore-not-found", "-f", "-");
    }
  }

  private static List<String> kinds() {
    return List.of(OptionalKind.SCALED_OBJECTS, OptionalKind.VERTICAL_AUTOSCALERS);
  }

  static List<String> cases() {
    try (Stream<Path> files = Files.list(CASES)) {
      return files.map(Path::getFileName).map(Path::toString).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void checkAndAdmissionSayTheSameOfTheLastObject(String name) throws IOException {
    Kubectl kubectl = EnforcedCluster.running().kubectl(OddCasesIT.class, Map.of());
    String text =
        Files.readString(CASES.resolve(name))
            .replace("{namespace}", kubectl.namespace())
            .replace("{soon}", LocalDate.now(ZoneOffset.UTC).plusDays(WEEK).toString());
    List<String> documents = List.of(text.split("(?m)^---\n", -1));
    PlainWrites writes =
        new PlainWrites(EnforcedCluster.running().controlPlane(), kubectl.namespace());
    for (String before : documents.subList(0, documents.size() - 1)) {
      await()
          .atMost(UNTIL_KINDS_ARE_NOTICED)
          .untilAsserted(() -> assertThat(writes.create(before).refusal()).isEmpty());
    }

    Said expected = checked(Files.writeString(folder.resolve(name), text), kubectl.namespace());

    await()
        .atMost(UNTIL_KINDS_ARE_NOTICED)
        .untilAsserted(
            () ->
                assertThat(writes.tryOut(documents.get(documents.size() - 1))).isEqualTo(expected));
  }

  private static Said checked(Path file, String namespace) throws IOException {
    ProgramProcess program =
        ProgramProcess.start(
            "check", "-o", "json", "-n", namespace, "--kube-version=1.36", file.toString());
    assertThat(program.exitCode()).as(program.output()).isIn(0, 1);
    JsonNode objects = JSON.readTree(program.output()).path("objects");
    JsonNode last = objects.path(objects.size() - 1);
    List<String> warnings = new ArrayList<>();
    last.path("warnings").forEach(warning -> warnings.add(warning.asText()));
    return new Said(last.path("message").asText(""), warnings);
  }
}
