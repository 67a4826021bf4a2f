package dev.hpasteward.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hpasteward.manifest.Edits;
import dev.hpasteward.model.Metadata;
import dev.hpasteward.model.Workload;
import dev.hpasteward.model.Workloads;
import dev.hpasteward.policy.ScalingPolicy;
import dev.hpasteward.policy.ServiceTypePolicy;
import dev.hpasteward.source.PolicySource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole HPA, as the embedded policy and others have it. */
class GeneratedAutoscalerTest {

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();
  private static final ScalingPolicy EMBEDDED = PolicySource.embedded();

  @ParameterizedTest
  @ValueSource(strings = {"livekit-egress", "sip", "sfu", "agent"})
  void withTolerancesItIsExactlyWhatIsWrittenDown(String type) {
    JsonNode expected = written(type + ".json");

    assertThat(pretty(generated(type, EMBEDDED, true))).isEqualTo(pretty(expected));
  }

  @ParameterizedTest
  @CsvSource({"livekit-egress, 45, 59", "sip, 45, 59", "sfu, 54, 63", "agent, 45,"})
  void withoutTolerancesOnlyTargetsAreLowerAndTolerancesAreMissing(
      String type, int cpu, @Nullable Integer memory) {
    JsonNode expected = written(type + ".json");
    retarget(expected, 0, cpu);
    if (memory != null) {
      retarget(expected, 1, memory);
    }
    for (String direction : List.of("scaleUp", "scaleDown")) {
      ((ObjectNode) expected.at("/spec/behavior/" + direction)).remove("tolerance");
    }

    assertThat(pretty(generated(type, EMBEDDED, false))).isEqualTo(pretty(expected));
  }

  @Test
  void headroomIsAnExternalMetricOfOnePerPod() throws IOException {
    ScalingPolicy policy = policy("encoding: Headroom");

    assertThat(generated("media", policy, true).at("/spec/metrics"))
        .isEqualTo(
            JSON.readTree(
                """
                [{"type": "External", "external": {"metric": {"name": "workers_needed"},
                  "target": {"type": "AverageValue", "averageValue": "1"}}}]
                """));
  }

  @Test
  void theDocumentedFormIsAPodsMetricOfTheThreshold() throws IOException {
    assertThat(generated("media", policy("encoding: Documented"), true).at("/spec/metrics"))
        .isEqualTo(
            JSON.readTree(
                """
                [{"type": "Pods", "pods": {"metric": {"name": "workers_available"},
                  "target": {"type": "AverageValue", "averageValue": "1.5"}}}]
                """));
  }

  @Test
  void aPlaceholderIsNotGenerated() {
    assertThat(generated("sip", EMBEDDED, true).toString()).doesNotContain("custom_metric");
  }

  @Test
  void withoutARateThatOfTheApiServerIsWrittenOut() throws IOException {
    ScalingPolicy policy =
        read("serviceTypes: {media: {resources: {cpu: {scaleUpAt: 50}}, scaleDownRate: []}}");

    assertThat(generated("media", policy, true).at("/spec/behavior/scaleDown/policies"))
        .isEqualTo(
            JSON.readTree("[{\"type\": \"Percent\", \"value\": 100, \"periodSeconds\": 15}]"));
  }

  @Test
  void onlyListedLabelsAreCopied() {
    ScalingPolicy policy =
        read(
            """
            generation: {copyLabels: [team, missing]}
            serviceTypes: {media: {resources: {cpu: {scaleUpAt: 50}}}}
            """);

    assertThat(generated("media", policy, true).at("/metadata/labels").toString())
        .isEqualTo("{\"app.kubernetes.io/managed-by\":\"hpa-steward\",\"team\":\"voice\"}");
  }

  private static ScalingPolicy policy(String capacity) {
    return read(
        """
        serviceTypes:
          media:
            capacityMetrics:
            - {name: workers_available, scaleUpAtOrBelow: 1.5, scaleDownAtOrAbove: 3, %s}
        """
            .formatted(capacity));
  }

  private static ScalingPolicy read(String spec) {
    return PolicySource.read(
            """
            apiVersion: hpa-steward.dev/v1
            kind: ScalingPolicy
            metadata: {name: test}
            spec:
            """
                + spec.indent(2),
            "test")
        .fold(
            policy -> policy,
            mistakes -> {
              throw new AssertionError(mistakes.toString());
            });
  }

  private static JsonNode generated(String type, ScalingPolicy policy, boolean tolerancesKept) {
    ServiceTypePolicy served = policy.serviceType(type).orElseThrow();
    Workload plain = Workloads.of(type);
    Workload workload =
        new Workload(
            new Metadata(
                "media",
                "example",
                Map.of(
                    "hpa-steward.dev/service-type", type,
                    "team", "voice",
                    "app.kubernetes.io/instance", "example"),
                Map.of(),
                Optional.of("11111111-1111-1111-1111-111111111111"),
                Optional.empty(),
                List.of()),
            OptionalInt.of(3),
            false,
            plain.template());
    return Edits.apply(
        JsonNodeFactory.instance.objectNode(),
        GeneratedAutoscaler.edits(
            new GeneratedAutoscaler.Order(
                "example-hpa-steward",
                workload,
                served,
                ReplicaRange.of(workload, served.replicas(), false),
                tolerancesKept),
            policy));
  }

  private static void retarget(JsonNode autoscaler, int metric, int percent) {
    ((ObjectNode) autoscaler.at("/spec/metrics/" + metric + "/resource/target"))
        .put("averageUtilization", percent);
  }

  private static JsonNode written(String file) {
    try (InputStream stream =
        GeneratedAutoscalerTest.class.getResourceAsStream("generated/" + file)) {
      JsonNode tree = JSON.readTree(stream);
      ((ObjectNode) tree.at("/metadata/annotations"))
          .put("hpa-steward.dev/policy-version", EMBEDDED.version());
      return tree;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Fields in the order of their names, so that a difference is easily seen. */
  private static String pretty(JsonNode tree) {
    try {
      return JSON.writerWithDefaultPrettyPrinter()
          .writeValueAsString(JSON.treeToValue(tree, Object.class));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
