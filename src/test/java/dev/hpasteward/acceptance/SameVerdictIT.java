package dev.hpasteward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hpasteward.acceptance.PlainWrites.Said;
import dev.hpasteward.controlplane.EnforcedCluster;
import dev.hpasteward.controlplane.Kubectl;
import dev.hpasteward.controlplane.ProgramProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code check} says of a file what the API server says when it is created. */
class SameVerdictIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int WEEK = 7;
  @TempDir private Path folder;

  SameVerdictIT() {}

  /** In namespaces of each mode. */
  @ParameterizedTest
  @CsvSource({
    "'', 300, 20261128",
    "hpa-steward.dev/mode=warn, 60, 7",
    "hpa-steward.dev/mode=audit, 60, 8"
  })
  void ofGeneratedObjectsCheckAndAdmissionSayTheSame(String label, int count, long seed)
      throws IOException {
    Map<String, String> labels = new HashMap<>();
    if (!label.isEmpty()) {
      labels.put(label.split("=", 2)[0], label.split("=", 2)[1]);
    }
    Kubectl kubectl = EnforcedCluster.running().kubectl(SameVerdictIT.class, labels);
    String soon = LocalDate.now(ZoneOffset.UTC).plusDays(WEEK).toString();
    List<Corpus.Pair> pairs = Corpus.of(count, seed, soon);
    Map<String, Said> alone =
        checked(pairs.stream().map(Corpus.Pair::deployment).toList(), kubectl.namespace(), label);
    Map<String, Said> together =
        checked(
            pairs.stream()
                .flatMap(pair -> Stream.of(pair.deployment(), pair.autoscaler()))
                .toList(),
            kubectl.namespace(),
            label);

    PlainWrites writes =
        new PlainWrites(EnforcedCluster.running().controlPlane(), kubectl.namespace());
    SoftAssertions all = new SoftAssertions();
    List<Corpus.Pair> created = new ArrayList<>();
    for (Corpus.Pair pair : pairs) {
      Said said = writes.create(pair);
      all.assertThat(alone.get("Deployment/" + pair.name())).as(pair.deployment()).isEqualTo(said);
      if (said.refusal().isEmpty()) {
        created.add(pair);
      }
    }
    List<Corpus.Pair> scaled = new ArrayList<>();
    for (Corpus.Pair pair : created) {
      Said said = writes.createAutoscaler(pair);
      all.assertThat(together.get("HorizontalPodAutoscaler/" + pair.name()))
          .as(pair.deployment() + "---\n" + pair.autoscaler())
          .isEqualTo(said);
      if (said.refusal().isEmpty()) {
        scaled.add(pair);
      }
    }
    kubectl.run("delete", "deployments", "--all").output();
    for (Corpus.Pair pair : scaled) {
      all.assertThat(together.get("Deployment/" + pair.name()))
          .as(pair.deployment() + "---\n" + pair.autoscaler())
          .isEqualTo(ofItself(writes.apply(pair)));
    }
    all.assertAll();
    if (label.isEmpty()) {
      assertThat(created).as("Deployments that were created").hasSizeGreaterThan(count / 2);
      assertThat(scaled).as("HPAs that were created").hasSizeBetween(count / 10, count / 2);
    }
  }

  /** Without what admission says of an HPA when its Deployment comes: a file is told of both. */
  private static Said ofItself(Said said) {
    return new Said(
        said.refusal(),
        said.warnings().stream().filter(warning -> !warning.startsWith("HPA ")).toList());
  }

  private Map<String, Said> checked(List<String> manifests, String namespace, String label)
      throws IOException {
    Path file = Files.writeString(folder.resolve("corpus.yaml"), String.join("---\n", manifests));
    List<String> command =
        new ArrayList<>(
            List.of(
                "check", "-o", "json", "-n", namespace, "--kube-version=1.36", file.toString()));
    if (!label.isEmpty()) {
      command.add("--namespace-labels=" + label);
    }
    ProgramProcess program = ProgramProcess.start(command.toArray(String[]::new));
    assertThat(program.exitCode()).as(program.output()).isIn(0, 1);
    Map<String, Said> said = new HashMap<>();
    for (JsonNode object : JSON.readTree(program.output()).path("objects")) {
      List<String> warnings = new ArrayList<>();
      object.path("warnings").forEach(warning -> warnings.add(warning.asText()));
      said.put(
          object.path("kind").asText() + "/" + object.path("name").asText(),
          new Said(object.path("message").asText(""), warnings));
    }
    assertThat(said).hasSize(manifests.size());
    return said;
  }
}
