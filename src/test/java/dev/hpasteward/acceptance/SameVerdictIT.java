package dev.hpasteward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
    Map<String, Said> offline = checked(pairs, kubectl.namespace(), label);

    SoftAssertions all = new SoftAssertions();
    int denied = 0;
    for (Corpus.Pair pair : pairs) {
      Said deployment = created(kubectl, pair.deployment());
      all.assertThat(offline.get("Deployment/" + pair.name()))
          .as(pair.deployment())
          .isEqualTo(deployment);
      if (deployment.refusal().isEmpty()) {
        Said autoscaler = created(kubectl, pair.autoscaler());
        all.assertThat(offline.get("HorizontalPodAutoscaler/" + pair.name()))
            .as(pair.deployment() + "---\n" + pair.autoscaler())
            .isEqualTo(autoscaler);
        denied += autoscaler.refusal().isEmpty() ? 0 : 1;
      }
    }
    all.assertAll();
    if (label.isEmpty()) {
      assertThat(denied).as("refused HPAs").isBetween(count / 5, count * 4 / 5);
    }
  }

  /** What is said of an object: why it is refused, if it is, and what is warned about. */
  record Said(String refusal, List<String> warnings) {}

  private static Said created(Kubectl kubectl, String manifest) {
    Kubectl.Result result = kubectl.runWithInput(manifest, "create", "-f", "-");
    List<String> warnings = new ArrayList<>();
    StringBuilder refusal = new StringBuilder();
    for (String line : result.stderr().split("\n", -1)) {
      if (refusal.isEmpty() && line.startsWith("Warning: ")) {
        warnings.add(line.substring("Warning: ".length()));
      } else {
        refusal.append(line).append('\n');
      }
    }
    String text = refusal.toString().strip();
    return new Said(
        text.isEmpty() ? "" : text.replaceFirst("(?s)\\A.*? denied the request: ", ""), warnings);
  }

  private Map<String, Said> checked(List<Corpus.Pair> pairs, String namespace, String label)
      throws IOException {
    StringBuilder text = new StringBuilder();
    for (Corpus.Pair pair : pairs) {
      text.append(pair.deployment()).append("---\n").append(pair.autoscaler()).append("---\n");
    }
    Path file = Files.writeString(folder.resolve("corpus.yaml"), text);
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
    assertThat(said).hasSize(2 * pairs.size());
    return said;
  }
}
