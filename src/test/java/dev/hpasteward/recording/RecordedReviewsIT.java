package dev.hpasteward.recording;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hpasteward.controlplane.ControlPlane;
import dev.hpasteward.controlplane.Kubectl;
import dev.hpasteward.controlplane.WebhookManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The reviews that {@code demo} plays are those that an API server sends. To record them anew:
 * {@code ./mvnw verify -Dit.test=RecordedReviewsIT -Drecordings=rewrite}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordedReviewsIT {

  private static final String NAMESPACE = "media";
  private static final Path MANIFESTS = Path.of("src", "test", "resources", "recording");
  private static final Path RECORDINGS =
      Path.of("src", "main", "resources", "dev", "hpasteward", "cli", "demo");
  private static final boolean REWRITE = "rewrite".equals(System.getProperty("recordings"));

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final ControlPlane controlPlane = ControlPlane.running(ControlPlane.Parts.API_SERVER);
  private final Kubectl kubectl = controlPlane.kubectl().inNamespace(NAMESPACE);
  private final ReviewRecorder recorder;

  RecordedReviewsIT() throws IOException {
    // What is recorded is what an author writes, not what the shared program makes of it.
    kubectl
        .runWithInput(
            """
            apiVersion: v1
            kind: Namespace
            metadata: {name: %s, labels: {%s: "true"}}
            """
                .formatted(NAMESPACE, WebhookManifest.SPARED_LABEL),
            "apply",
            "-f",
            "-")
        .output();
    recorder = new ReviewRecorder(controlPlane, NAMESPACE);
  }

  @AfterAll
  void stop() {
    recorder.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"egress-cpu-80", "egress-documented", "sfu-deployment", "agent-partial"})
  void aRecordedReviewIsWhatTheApiServerSends(String scene)
      throws IOException, InterruptedException {
    String manifest = MANIFESTS.resolve(scene + ".yaml").toString();
    kubectl.run("delete", "--ignore-not-found", "-f", manifest).output();
    String created = kubectl.run("create", "-f", manifest).output();
    kubectl.run("delete", "-f", manifest).output();

    JsonNode sent =
        recorder.next(created.substring(created.indexOf('/') + 1, created.indexOf(' ')));
    Path recording = RECORDINGS.resolve(scene + ".json");
    if (REWRITE) {
      Files.writeString(recording, JSON.writeValueAsString(sent) + "\n");
    }

    assertThat(stable(sent)).isEqualTo(stable(JSON.readTree(recording.toFile())));
  }

  /** Without what differs from one write to the next. */
  private static JsonNode stable(JsonNode review) {
    ObjectNode request = (ObjectNode) review.deepCopy().path("request");
    request.remove(List.of("uid", "userInfo"));
    ((ObjectNode) request.at("/object/metadata"))
        .remove(List.of("uid", "creationTimestamp", "managedFields"));
    return request;
  }
}
