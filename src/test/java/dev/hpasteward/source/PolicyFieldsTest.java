package dev.hpasteward.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hpasteward.policy.ScalingPolicy;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is documented is what the readers read. */
class PolicyFieldsTest {

  /** One of everything that may be left out as a whole or has an item. */
  private static final String ONE_OF_EACH =
      """
      apiVersion: hpa-steward.dev/v1
      kind: ScalingPolicy
      metadata: {name: fields}
      spec:
        serviceTypes:
          sfu:
            selector: {matchLabels: {app: sfu}, matchExpressions: [{key: b, operator: Exists}]}
            resources: {cpu: {scaleUpAt: 50}, memory: {scaleUpAt: 50}}
            capacityMetrics: [{name: free, scaleUpAtOrBelow: 1, scaleDownAtOrAbove: 2}]
            windows: {scaleUp: {}, scaleDown: {}}
            scaleDownRate: [{pods: 1, everySeconds: 60}, {percent: 10, everySeconds: 60}]
            replicas: {}
            scrape: {}
        controller: {}
        modes: {namespaces: [{selector: {matchLabels: {a: b}}, mode: Warn}]}
        exemptions: {allow: [{namespaceSelector: {}}], approvers: {}}
        generation: {}
      """;

  private static final String UNKNOWN = "zzzzzzzzzzzz";

  static Stream<String> sections() {
    return Stream.concat(
        Stream.of(""),
        PolicyFields.all().stream()
            .map(Field::path)
            .filter(path -> keys(path).stream().anyMatch(key -> key.matches("[a-zA-Z]+"))));
  }

  static List<Field> defaults() {
    return PolicyFields.all().stream()
        .filter(field -> field.otherwise().isPresent())
        .filter(field -> !field.path().startsWith(PolicyFields.SELECTOR))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("sections")
  void everyKeyThatIsReadIsDocumentedAndNoOther(String section) throws JsonProcessingException {
    ObjectNode document = document();
    ((ObjectNode) document.at(pointer(section))).put(UNKNOWN, 1);

    assertThat(mistakes(document))
        .singleElement()
        .extracting(Mistake::text)
        .isEqualTo("unknown key, allowed " + String.join(", ", keys(section)) + "; remove it");
  }

  @ParameterizedTest
  @MethodSource("defaults")
  void aDefaultWrittenOutChangesNothing(Field field) throws JsonProcessingException {
    ObjectNode document = document();
    ObjectNode holder = (ObjectNode) document.at(pointer(field.holder()));
    holder.remove(field.key());
    ScalingPolicy without = policy(document);
    JsonNode value = PolicySchema.yaml(field.otherwise().orElseThrow());
    holder.set(field.key(), value);

    assertThat(policy(document))
        .usingRecursiveComparison()
        .ignoringFields("version")
        .isEqualTo(without);
  }

  private static List<String> keys(String section) {
    return PolicyFields.all().stream()
        .filter(field -> field.holder().equals(section))
        .filter(field -> !section.isEmpty() || !field.path().startsWith(PolicyFields.SELECTOR))
        .map(Field::key)
        .toList();
  }

  private static String pointer(String path) {
    if (path.isEmpty()) {
      return "";
    }
    String whole = path.startsWith(PolicyFields.SELECTOR) ? PolicyFields.TYPE + "." + path : path;
    return Arrays.stream(whole.replace("[]", ".0").replace("*", "sfu").split("\\.", -1))
        .reduce("", (pointer, step) -> pointer + "/" + step);
  }

  private static ObjectNode document() throws JsonProcessingException {
    return (ObjectNode) PolicySchema.yaml(ONE_OF_EACH);
  }

  private static ScalingPolicy policy(ObjectNode document) {
    return PolicySource.read(document.toString(), "policy.yaml")
        .fold(
            policy -> policy,
            mistakes -> {
              throw new AssertionError(mistakes.toString());
            });
  }

  private static List<Mistake> mistakes(ObjectNode document) {
    return PolicySource.read(document.toString(), "policy.yaml")
        .fold(policy -> List.of(), mistakes -> mistakes);
  }
}
