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
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A Deployment and its generated HPA, whose minimum is not the policy's. */
class PreviewTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
  private static final String GENERATED =
      """
      {"apiVersion": "autoscaling/v2", "kind": "HorizontalPodAutoscaler",
       "metadata": {"namespace": "media", "name": "a-hpa-steward", "uid": "2",
        "labels": {"app.kubernetes.io/managed-by": "hpa-steward"},
        "managedFields": [{"manager": "hpa-steward", "operation": "Apply",
         "apiVersion": "autoscaling/v2", "fieldsType": "FieldsV1",
         "fieldsV1": {"f:spec": {"f:maxReplicas": {}}}}]},
       "spec": {"scaleTargetRef": {"apiVersion": "apps/v1", "kind": "Deployment", "name": "a"},
        "minReplicas": 1, "maxReplicas": 20},
       "status": {"currentReplicas": 1}}
      """;
  private static final String FOREIGN =
      """
      {"apiVersion": "autoscaling/v2", "kind": "HorizontalPodAutoscaler",
       "metadata": {"namespace": "media", "name": "somebodys", "uid": "3"},
       "spec": {"scaleTargetRef": {"apiVersion": "apps/v1", "kind": "Deployment", "name": "a"},
        "minReplicas": 2, "maxReplicas": 20}}
      """;

  PreviewTest() {}

  private static Preview preview(String mode, String annotations, String... autoscalers)
      throws IOException {
    List<JsonNode> objects = new ArrayList<>();
    objects.add(
        JSON.readTree(
            """
            {"apiVersion": "v1", "kind": "Namespace",
             "metadata": {"name": "media", "labels": {"hpa-steward.dev/mode": "%s"}}}
            """
                .formatted(mode)));
    objects.add(
        JSON.readTree(
            """
            {"apiVersion": "apps/v1", "kind": "Deployment",
             "metadata": {"namespace": "media", "name": "a", "uid": "1", "annotations": {%s},
              "creationTimestamp": "2026-11-27T12:00:00Z",
              "labels": {"hpa-steward.dev/service-type": "agent"}},
             "spec": {"replicas": 1, "template": {"spec": {"containers": []}}}}
            """
                .formatted(annotations)));
    for (String autoscaler : autoscalers) {
      objects.add(JSON.readTree(autoscaler));
    }
    Settings settings =
        new Settings(
            PolicySource.embedded(),
            "",
            Map.of(),
            KubernetesVersion.CURRENT,
            EnumSet.allOf(RuleId.class),
            NOW,
            true);
    return Preview.of(stored(objects), settings, settings);
  }

  private static StoredObjects stored(List<JsonNode> objects) throws IOException {
    List<byte[]> listed = new ArrayList<>();
    for (JsonNode object : objects) {
      listed.add(JSON.writeValueAsBytes(object));
    }
    return StoredObjects.of(listed);
  }

  private static List<Preview.Entry> of(Preview preview, Preview.Fate fate) {
    return preview.entries().stream().filter(entry -> entry.fate() == fate).toList();
  }

  @Test
  void whereItIsEnforcedItIsRewrittenAndItsReplicasMove() throws IOException {
    List<Preview.Entry> rewritten = of(preview("enforce", "", GENERATED), Preview.Fate.REWRITTEN);

    assertThat(rewritten).hasSize(1);
    assertThat(rewritten.get(0).rewrites())
        .contains(new Preview.Rewrite("spec.minReplicas", "1", "2"));
    assertThat(rewritten.get(0).move()).contains(new ReplicaMove(1, 2));
  }

  @Test
  void aDeploymentWithoutAnHpaGetsOneAndItsReplicasMoveIntoItsBounds() throws IOException {
    List<Preview.Entry> generated = of(preview("enforce", ""), Preview.Fate.GENERATED);

    assertThat(generated).hasSize(1);
    assertThat(generated.get(0).object().name()).isEqualTo("a-hpa-steward");
    assertThat(generated.get(0).move()).contains(new ReplicaMove(1, 2));
  }

  @Test
  void besideSomebodysHpaNoneIsGeneratedAndTheGeneratedOneGoes() throws IOException {
    assertThat(of(preview("enforce", "", FOREIGN), Preview.Fate.GENERATED)).isEmpty();
    assertThat(of(preview("enforce", "", FOREIGN, GENERATED), Preview.Fate.REMOVED))
        .extracting(entry -> entry.object().name())
        .containsExactly("a-hpa-steward");
  }

  @Test
  void boundsThatAreExemptStay() throws IOException {
    String bounds =
        """
        "hpa-steward.dev/min-replicas": "1", "hpa-steward.dev/exempt": "replica-bounds",
        "hpa-steward.dev/exempt-reason": "a demo", "hpa-steward.dev/exempt-until": "2026-12-24"
        """;

    assertThat(of(preview("enforce", bounds, GENERATED), Preview.Fate.REWRITTEN))
        .flatExtracting(Preview.Entry::rewrites)
        .extracting(Preview.Rewrite::path)
        .doesNotContain("spec.minReplicas");
  }

  @Test
  void switchedOffItsGeneratedHpaGoes() throws IOException {
    assertThat(of(preview("off", "", GENERATED), Preview.Fate.REMOVED)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"warn", "audit"})
  void whereItIsNotItStays(String mode) throws IOException {
    assertThat(preview(mode, "", GENERATED).entries()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2026-11-30, 0", "2026-11-01, 1", "tomorrow, 0"})
  void whileItIsPausedItStays(String until, long rewritten) throws IOException {
    String pause = "\"hpa-steward.dev/paused-until\": \"" + until + "\"";

    assertThat(of(preview("enforce", pause, GENERATED), Preview.Fate.REWRITTEN))
        .hasSize((int) rewritten);
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
