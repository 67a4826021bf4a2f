package dev.hpasteward.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hpasteward.decision.Finding;
import dev.hpasteward.decision.Questions;
import dev.hpasteward.manifest.AutoscalerReader;
import dev.hpasteward.manifest.Edits;
import dev.hpasteward.manifest.MalformedObject;
import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.Edit;
import dev.hpasteward.model.Surroundings;
import dev.hpasteward.policy.Action;
import dev.hpasteward.policy.RuleId;
import dev.hpasteward.policy.ScalingPolicy;
import dev.hpasteward.policy.StrategyPolicy;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a raw object when it is filled in, and once the API server has defaulted it. */
class FilledAutoscalerTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNode DEFAULT_RATE =
      JSON.createArrayNode()
          .add(
              JSON.createObjectNode()
                  .put("type", "Percent")
                  .put("value", 100)
                  .put("periodSeconds", 15));
  private static final ScalingPolicy POLICY = StrategyPolicy.policy();

  @ParameterizedTest(name = "{0}, tolerances kept: {1}")
  @CsvSource({
    "livekit-egress, true",
    "livekit-egress, false",
    "sip, true",
    "sip, false",
    "sfu, true",
    "sfu, false",
    "agent, true",
    "agent, false"
  })
  void ofABareAutoscalerOfEveryTypeNothingIsDenied(String type, boolean tolerancesKept)
      throws JsonProcessingException, MalformedObject {
    ObjectNode bare = autoscaler(type, List.of(), "{}", false);

    JsonNode filled = defaulted(fill(bare, type, tolerancesKept));

    List<Finding> findings =
        Questions.evaluate(read(filled), Surroundings.none(tolerancesKept), POLICY).findings();
    assertThat(findings).extracting(Finding::action).doesNotContain(Action.DENY);
    if (tolerancesKept) {
      assertThat(findings)
          .extracting(Finding::rule)
          .doesNotContain(RuleId.SCALE_UP_THRESHOLD, RuleId.SCALE_DOWN_THRESHOLD);
    }
  }

  @Property(tries = 400)
  void fillingInTwiceAddsNothing(
      @ForAll("types") String type,
      @ForAll("metrics") List<String> metrics,
      @ForAll("behaviors") String behavior,
      @ForAll boolean tracked,
      @ForAll boolean tolerancesKept)
      throws JsonProcessingException, MalformedObject {
    JsonNode filled = fill(autoscaler(type, metrics, behavior, tracked), type, tolerancesKept);

    assertThat(edits(filled, type, tolerancesKept)).isEmpty();
    assertThat(edits(defaulted(filled), type, tolerancesKept)).isEmpty();
  }

  @Property(tries = 400)
  void fillingInAddsNoDenial(
      @ForAll("types") String type,
      @ForAll("metrics") List<String> metrics,
      @ForAll("behaviors") String behavior)
      throws JsonProcessingException, MalformedObject {
    ObjectNode before = autoscaler(type, metrics, behavior, false);

    assertThat(denied(before)).containsAll(denied(fill(before, type, true)));
  }

  @Property(tries = 400)
  void nothingThatIsThereIsChangedButTheApiServersOwnRate(
      @ForAll("types") String type,
      @ForAll("metrics") List<String> metrics,
      @ForAll("behaviors") String behavior)
      throws JsonProcessingException, MalformedObject {
    ObjectNode before = autoscaler(type, metrics, behavior, false);

    JsonNode after = fill(before, type, true);

    for (int i = 0; i < metrics.size(); i++) {
      assertThat(after.at("/spec/metrics/" + i)).isEqualTo(before.at("/spec/metrics/" + i));
    }
    for (String direction : List.of("scaleUp", "scaleDown")) {
      before.at("/spec/behavior/" + direction).properties().stream()
          .filter(field -> !field.getValue().equals(DEFAULT_RATE))
          .forEach(
              field ->
                  assertThat(after.at("/spec/behavior/" + direction + "/" + field.getKey()))
                      .isEqualTo(field.getValue()));
    }
  }

  @Provide
  Arbitrary<String> types() {
    return Arbitraries.of(POLICY.serviceTypes().keySet());
  }

  @Provide
  Arbitrary<List<String>> metrics() {
    return Arbitraries.of(
            resource("cpu", 50),
            resource("cpu", 80),
            resource("memory", 60),
            """
            {"type":"ContainerResource","containerResource":{"name":"cpu","container":"main",
             "target":{"type":"Utilization","averageUtilization":45}}}""",
            """
            {"type":"Pods","pods":{"metric":{"name":"livekit_egress_available"},
             "target":{"type":"AverageValue","averageValue":"1"}}}""",
            """
            {"type":"Pods","pods":{"metric":{"name":"livekit_egress_available",
             "selector":{"matchLabels":{"a":"b"}}},
             "target":{"type":"AverageValue","averageValue":"1"}}}""",
            """
            {"type":"External","external":{"metric":{"name":"livekit_egress_needed"},
             "target":{"type":"AverageValue","averageValue":"1"}}}""")
        .list()
        .uniqueElements()
        .ofMaxSize(4);
  }

  @Provide
  Arbitrary<String> behaviors() {
    return Arbitraries.of(
        "{}",
        "{\"scaleUp\":{}}",
        "{\"scaleUp\":{\"stabilizationWindowSeconds\":0}}",
        "{\"scaleUp\":{\"tolerance\":\"0.05\"},\"scaleDown\":{\"tolerance\":\"0.5\"}}",
        "{\"scaleDown\":{\"stabilizationWindowSeconds\":10}}",
        "{\"scaleDown\":{\"stabilizationWindowSeconds\":600,\"selectPolicy\":\"Min\"}}",
        "{\"scaleDown\":{\"selectPolicy\":\"Disabled\"}}",
        "{\"scaleDown\":{\"policies\":[{\"type\":\"Percent\",\"value\":100,\"periodSeconds\":15}]}}",
        "{\"scaleDown\":{\"policies\":[{\"type\":\"Pods\",\"value\":3,\"periodSeconds\":30}]}}");
  }

  private static String resource(String name, int target) {
    return """
        {"type":"Resource","resource":{"name":"%s",
         "target":{"type":"Utilization","averageUtilization":%d}}}"""
        .formatted(name, target);
  }

  private static ObjectNode autoscaler(
      String type, List<String> metrics, String behavior, boolean tracked)
      throws JsonProcessingException {
    ObjectNode object =
        (ObjectNode)
            JSON.readTree(
                """
                {"metadata":{"name":"example","labels":{"hpa-steward.dev/service-type":"%s"}},
                 "spec":{"maxReplicas":20,"scaleTargetRef":
                  {"apiVersion":"apps/v1","kind":"Deployment","name":"example"}}}"""
                    .formatted(type));
    if (tracked) {
      ((ObjectNode) object.at("/metadata"))
          .putObject("annotations")
          .put("argocd.argoproj.io/tracking-id", "media");
    }
    ObjectNode spec = (ObjectNode) object.at("/spec");
    if (!metrics.isEmpty()) {
      spec.set("metrics", JSON.readTree(metrics.toString()));
    }
    if (!behavior.equals("{}")) {
      spec.set("behavior", JSON.readTree(behavior));
    }
    return object;
  }

  /** What the API server adds once {@code behavior} is there. */
  private static JsonNode defaulted(JsonNode object) throws JsonProcessingException {
    JsonNode copy = object.deepCopy();
    if (copy.at("/spec/behavior") instanceof ObjectNode behavior) {
      ObjectNode up = behavior.withObject("scaleUp");
      putIfAbsent(up, "stabilizationWindowSeconds", "0");
      putIfAbsent(up, "selectPolicy", "\"Max\"");
      putIfAbsent(
          up,
          "policies",
          "[{\"type\":\"Pods\",\"value\":4,\"periodSeconds\":15},"
              + "{\"type\":\"Percent\",\"value\":100,\"periodSeconds\":15}]");
      ObjectNode down = behavior.withObject("scaleDown");
      putIfAbsent(down, "selectPolicy", "\"Max\"");
      putIfAbsent(down, "policies", "[{\"type\":\"Percent\",\"value\":100,\"periodSeconds\":15}]");
    }
    return copy;
  }

  private static void putIfAbsent(ObjectNode rules, String field, String value)
      throws JsonProcessingException {
    if (!rules.has(field)) {
      rules.set(field, JSON.readTree(value));
    }
  }

  private static List<RuleId> denied(JsonNode object) throws MalformedObject {
    return Questions.evaluate(read(object), Surroundings.none(true), POLICY)
        .findings(Action.DENY)
        .stream()
        .map(Finding::rule)
        .toList();
  }

  private static JsonNode fill(JsonNode object, String type, boolean tolerancesKept)
      throws MalformedObject {
    return Edits.apply(object, edits(object, type, tolerancesKept));
  }

  private static List<Edit> edits(JsonNode object, String type, boolean tolerancesKept)
      throws MalformedObject {
    return AutoscalerCompletion.edits(
        read(object), POLICY.serviceType(type).orElseThrow(), tolerancesKept);
  }

  private static Autoscaler read(JsonNode object) throws MalformedObject {
    return AutoscalerReader.read(object, "media", "autoscaling/v2");
  }
}
