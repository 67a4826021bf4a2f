package dev.hpasteward.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.hpasteward.policy.CapacityMetric;
import dev.hpasteward.source.PolicySource;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code render --headroom} prints the rules that deploy/metrics has, which promtool checks. */
class HeadroomRulesTest {

  private static final Path METRICS = Path.of("deploy", "metrics");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final YAMLMapper YAML = new YAMLMapper();

  HeadroomRulesTest() {}

  private static CapacityMetric metric(String serviceType) {
    return PolicySource.embedded().serviceType(serviceType).orElseThrow().capacityMetrics().get(0);
  }

  /** Expressions by what they record, without blanks. */
  private static Map<String, String> expressions(JsonNode prometheusRule) {
    Map<String, String> expressions = new LinkedHashMap<>();
    for (JsonNode rule : prometheusRule.at("/spec/groups/0/rules")) {
      expressions.put(
          rule.path("record").asText(), rule.path("expr").asText().replaceAll("\\s", ""));
    }
    return expressions;
  }

  private static JsonNode file(String name, String replaced, String by) throws IOException {
    String text = java.nio.file.Files.readString(METRICS.resolve(name));
    return YAML.readTree(text.replace(replaced, by));
  }

  @Test
  void whereTheThresholdsLeaveNoRoomOneRuleIsEnough() throws IOException {
    JsonNode rendered = JSON.valueToTree(HeadroomRules.prometheusRule(metric("livekit-egress")));

    assertThat(expressions(rendered)).isEqualTo(expressions(file("egress-rules.yaml", "", "")));
  }

  @Test
  void whereTheyDoTheFleetIsHeldBetweenThem() throws IOException {
    JsonNode rendered = JSON.valueToTree(HeadroomRules.prometheusRule(metric("sip")));

    assertThat(expressions(rendered))
        .isEqualTo(
            expressions(
                file("sip-example.yaml", "hpa_steward:sip_", "hpa_steward:custom_metric_")));
  }

  @Test
  void podsThatEndAreNeitherBusyNorHeld() {
    CapacityMetric egress = metric("livekit-egress");
    CapacityMetric wide =
        new CapacityMetric(
            egress.name(),
            egress.placeholder(),
            egress.scaleUpAtOrBelow(),
            new BigDecimal(6),
            egress.encoding(),
            egress.configuredHeadroomName());

    assertThat(expressions(JSON.valueToTree(HeadroomRules.prometheusRule(wide))))
        .containsEntry(
            "hpa_steward:livekit_egress_available_pods",
            "sumby(namespace)(1-maxby(namespace,pod)(livekit_egress_is_terminating))");
  }

  @Test
  void theAdapterHasTheSameRule() throws IOException {
    JsonNode rendered = JSON.valueToTree(HeadroomRules.adapterRule(metric("livekit-egress")));

    assertThat(rendered).isEqualTo(file("prometheus-adapter.yaml", "", "").at("/externalRules/0"));
  }
}
