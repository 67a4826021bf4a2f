package dev.hpasteward.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.check.Examination;
import dev.hpasteward.check.KubernetesVersion;
import dev.hpasteward.check.Settings;
import dev.hpasteward.document.ManifestText;
import dev.hpasteward.policy.RuleId;
import dev.hpasteward.policy.ScalingPolicy;
import dev.hpasteward.source.PolicyResult;
import dev.hpasteward.source.PolicySource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The examples of what is told about rules, put into whole manifests. */
class RuleExamplesTest {

  private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
  private static final String TOMORROW = "2026-11-29";
  private static final String DEPLOYMENT = "Deployment";
  private static final String AUTOSCALER = "HorizontalPodAutoscaler";

  /** They are about what is there already, which is not in any one manifest. */
  private static final Set<RuleId> OF_A_CLUSTER =
      EnumSet.of(RuleId.SERVICE_TYPE_REMOVED, RuleId.TARGET_NOT_FOUND);

  private static final Map<String, Map<String, Object>> TEXTS = texts();

  RuleExamplesTest() {}

  @Test
  void everyRuleIsExplained() {
    assertThat(TEXTS.keySet())
        .containsExactlyElementsOf(Stream.of(RuleId.values()).map(RuleId::id).toList());
  }

  @ParameterizedTest
  @EnumSource
  void eachRuleHasABadExampleAndAGoodOne(RuleId rule) {
    RuleText text = RuleText.of(rule);

    assertThat(text.bad().or(text::shownBad)).isPresent();
    assertThat(text.good().or(text::shownGood)).isPresent();
    assertThat(text.toString()).doesNotContain("{tomorrow}");
  }

  @ParameterizedTest
  @EnumSource
  void theBadExampleDrawsTheFindingAndTheGoodOneDoesNot(RuleId rule) throws IOException {
    Map<String, Object> text = TEXTS.getOrDefault(rule.id(), Map.of());
    if (OF_A_CLUSTER.contains(rule)) {
      assertThat(text).doesNotContainKeys("bad", "good", "twice", "beside");
      return;
    }

    assertThat(found(text, "bad")).contains(rule.id());
    if (text.containsKey("good")) {
      assertThat(found(text, "good")).doesNotContain(rule.id());
    } else {
      assertThat(found(Map.of("kind", kind(text)), "good")).doesNotContain(rule.id());
    }
  }

  private static Set<String> found(Map<String, Object> text, String example) throws IOException {
    String kind = kind(text);
    Object part = load(String.valueOf(text.getOrDefault(example, "{}")));
    Map<String, Object> deployment = deployment(text);
    boolean scaled = kind.equals(AUTOSCALER) || text.containsKey("scaled");
    Map<String, Object> autoscaler = autoscaler("egress");
    merge(kind.equals(DEPLOYMENT) ? deployment : autoscaler, part);
    StringBuilder all = new StringBuilder(dump(deployment));
    if (scaled) {
      all.append("---\n").append(dump(autoscaler));
    }
    if (text.containsKey("twice")) {
      all.append("---\n").append(dump(autoscaler("another")));
    }
    if (text.containsKey("beside")) {
      all.append("---\n").append(text.get("beside"));
    }
    Examination.Result result =
        Examination.of(List.of(text(all.toString())), settings(text)).result();
    assertThat(result.mistakes()).as(all.toString()).isEmpty();
    return result.verdicts().stream()
        .flatMap(verdict -> verdict.findings().stream())
        .map(placed -> placed.finding().rule().id())
        .collect(Collectors.toSet());
  }

  private static String kind(Map<String, Object> text) {
    return String.valueOf(text.get("kind"));
  }

  /** By the embedded policy, but for what the text wants it to say. */
  private static ScalingPolicy policy(Map<String, Object> text) throws IOException {
    if (!text.containsKey("policy")) {
      return PolicySource.embedded();
    }
    try (InputStream in = PolicySource.class.getResourceAsStream("default-policy.yaml")) {
      Map<String, Object> document = yaml().load(in);
      Object part = load(String.valueOf(text.get("policy")));
      merge(document, Map.of("spec", Map.of("serviceTypes", Map.of("livekit-egress", part))));
      PolicyResult result = PolicySource.read(dump(document), "policy.yaml");
      assertThat(result).isInstanceOf(PolicyResult.Valid.class);
      return ((PolicyResult.Valid) result).policy();
    }
  }

  private static Settings settings(Map<String, Object> text) throws IOException {
    return Settings.ofFiles(
        policy(text),
        "media",
        Map.of(),
        KubernetesVersion.CURRENT,
        EnumSet.allOf(RuleId.class),
        NOW);
  }

  private static ManifestText text(String yaml) throws CharacterCodingException {
    return ManifestText.of(
        "example", yaml.replace("{tomorrow}", TOMORROW).getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, Object> deployment(Map<String, Object> text) {
    String type =
        Optional.ofNullable(text.get("type")).map(String::valueOf).orElse("livekit-egress");
    return load(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: egress
          labels: {hpa-steward.dev/service-type: %s}
        spec:
          selector: {matchLabels: {app: egress}}
          template:
            metadata: {labels: {app: egress}}
            spec:
              terminationGracePeriodSeconds: 18000
              containers:
              - {name: egress, image: livekit/egress, resources: {requests: {cpu: 4, memory: 4Gi}}}
        """
            .formatted(type));
  }

  private static Map<String, Object> autoscaler(String name) {
    return load(
        """
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata: {name: %s}
        spec:
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: egress}
          maxReplicas: 10
          metrics:
          - {type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 50}}}
        """
            .formatted(name));
  }

  /** Lists are replaced as wholes. */
  @SuppressWarnings("unchecked") // of a YAML document all mappings have text for keys
  private static void merge(Map<String, Object> into, Object part) {
    ((Map<String, Object>) part)
        .forEach(
            (key, value) -> {
              Object own = into.get(key);
              if (own instanceof Map && value instanceof Map) {
                Map<String, Object> copy = new HashMap<>((Map<String, Object>) own);
                merge(copy, value);
                into.put(key, copy);
              } else {
                into.put(key, value);
              }
            });
  }

  private static Map<String, Map<String, Object>> texts() {
    try (InputStream in = RuleText.class.getResourceAsStream("rules.yaml")) {
      return yaml().load(in);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Map<String, Object> load(String text) {
    return yaml().load(text);
  }

  private static String dump(Map<String, Object> object) {
    return yaml().dump(object);
  }

  private static Yaml yaml() {
    return new Yaml(new SafeConstructor(new LoaderOptions()));
  }
}
