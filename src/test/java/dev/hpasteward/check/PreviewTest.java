package dev.hpasteward.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hpasteward.policy.RuleId;
import dev.hpasteward.source.PolicySource;
import java.io.IOException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A generated HPA whose minimum is not the policy's: who would mend it, and what would follow. */
class PreviewTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

  PreviewTest() {}

  private static Preview preview(String mode, String annotations) throws IOException {
    JsonNode namespace =
        JSON.readTree(
            """
            {"apiVersion": "v1", "kind": "Namespace",
             "metadata": {"name": "media", "labels": {"hpa-steward.dev/mode": "%s"}}}
            """
                .formatted(mode));
    JsonNode deployment =
        JSON.readTree(
            """
            {"apiVersion": "apps/v1", "kind": "Deployment",
             "metadata": {"namespace": "media", "name": "a", "annotations": {%s},
              "labels": {"hpa-steward.dev/service-type": "agent"}},
             "spec": {"replicas": 1, "template": {"spec": {"containers": []}}}}
            """
                .formatted(annotations));
    JsonNode autoscaler =
        JSON.readTree(
            """
            {"apiVersion": "autoscaling/v2", "kind": "HorizontalPodAutoscaler",
             "metadata": {"namespace": "media", "name": "a-hpa-steward",
              "labels": {"app.kubernetes.io/managed-by": "hpa-steward"}},
             "spec": {"scaleTargetRef": {"apiVersion": "apps/v1", "kind": "Deployment", "name": "a"},
              "minReplicas": 1, "maxReplicas": 20},
             "status": {"currentReplicas": 1}}
            """);
    Settings settings =
        new Settings(
            PolicySource.embedded(),
            "",
            Map.of(),
            KubernetesVersion.CURRENT,
            EnumSet.allOf(RuleId.class),
            NOW,
            true);
    return Preview.of(List.of(namespace, deployment, autoscaler), settings, settings);
  }

  private static long rewritten(Preview preview) {
    return preview.entries().stream().filter(entry -> !entry.rewrites().isEmpty()).count();
  }

  @Test
  void whereItIsEnforcedItIsRewrittenAndItsReplicasMove() throws IOException {
    Preview preview = preview("enforce", "");

    assertThat(rewritten(preview)).isEqualTo(1);
    assertThat(preview.entries().get(0).rewrites())
        .contains(new Preview.Rewrite("spec.minReplicas", "1", "2"));
    assertThat(preview.entries().get(0).move()).contains(new ReplicaMove(1, 2));
  }

  @ParameterizedTest
  @CsvSource({"warn", "audit"})
  void whereItIsNotItStays(String mode) throws IOException {
    assertThat(rewritten(preview(mode, ""))).isZero();
  }

  @ParameterizedTest
  @CsvSource({"2026-11-30, 0", "2026-11-01, 1", "tomorrow, 0"})
  void whileItIsPausedItStays(String until, long rewritten) throws IOException {
    assertThat(rewritten(preview("enforce", "\"hpa-steward.dev/paused-until\": \"" + until + "\"")))
        .isEqualTo(rewritten);
  }

  /** Four replicas, of a minimum of 2 and a maximum of 20. */
  @ParameterizedTest
  @CsvSource({"48, 50, 40, 4, 5", "80, 50, 40, 7, 8", "20, 50, 40, 2, 2", "100, 10, 10, 20, 20"})
  void whatIsSeenOfTheProcessorMovesReplicas(int seen, int now, int then, int from, int to) {
    assertThat(ReplicaMove.of(autoscaler(now, seen), autoscaler(then, seen)).map(ReplicaMove::to))
        .isEqualTo(from == to ? java.util.Optional.empty() : java.util.Optional.of(to));
  }

  private static ObjectNode autoscaler(int target, int seen) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    ObjectNode spec = object.putObject("spec").put("minReplicas", 2).put("maxReplicas", 20);
    ObjectNode resource =
        spec.putArray("metrics").addObject().putObject("resource").put("name", "cpu");
    resource.putObject("target").put("averageUtilization", target);
    ObjectNode status = object.putObject("status").put("currentReplicas", 4);
    ObjectNode current =
        status.putArray("currentMetrics").addObject().putObject("resource").put("name", "cpu");
    current.putObject("current").put("averageUtilization", seen);
    return object;
  }
}
