package dev.hpasteward.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hpasteward.policy.CapacityMetric;
import dev.hpasteward.source.PolicySource;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code deploy/metrics}, with kubectl and promtool. */
class MetricRulesIT {

  private static final Path METRICS = Path.of("deploy", "metrics");
  private static final Path TESTS =
      Path.of("src", "test", "resources", "dev", "hpasteward", "deploy");
  private static final KubernetesSerialization YAML = new KubernetesSerialization();

  private final Promtool promtool = Promtool.built();

  @TempDir private Path folder;

  @Test
  void theHeadroomMetricHoldsTheStrategysThresholds() throws IOException {
    rules("egress-rules.yaml");
    Path test = folder.resolve("test.yaml");
    Files.writeString(
        test,
        Files.readString(TESTS.resolve("egress-rules.test.yaml"))
            .replace("ADAPTER_EXTERNAL", adapterQuery("externalRules", "one-free", "namespace"))
            .replace("ADAPTER_PODS", adapterQuery("rules", "two-free", "pod")));

    assertThat(promtool.run("check", "rules", folder.resolve("egress-rules.yaml").toString()))
        .extracting(CommandOutput::text)
        .asString()
        .endsWith("SUCCESS: 1 rules found\n\n");
    assertThat(promtool.run("test", "rules", test.toString()).successful()).contains("SUCCESS");
  }

  @Test
  void theExampleForSipHoldsTheStrategysThresholds() throws IOException {
    rules("sip-example.yaml");
    Path test =
        Files.copy(TESTS.resolve("sip-example.test.yaml"), folder.resolve("sip-example.test.yaml"));

    assertThat(promtool.run("check", "rules", folder.resolve("sip-example.yaml").toString()).text())
        .endsWith("SUCCESS: 4 rules found\n\n");
    assertThat(promtool.run("test", "rules", test.toString()).successful()).contains("SUCCESS");
  }

  @Test
  void alertsFireWhenTheyShouldAndNotBefore() throws IOException {
    rules("alerts.yaml");
    Path test = Files.copy(TESTS.resolve("alerts.test.yaml"), folder.resolve("alerts.test.yaml"));

    assertThat(promtool.run("check", "rules", folder.resolve("alerts.yaml").toString()).text())
        .endsWith("SUCCESS: 14 rules found\n\n");
    assertThat(promtool.run("test", "rules", test.toString()).successful()).contains("SUCCESS");
  }

  @Test
  void theNamesAreThePolicys() throws IOException {
    CapacityMetric egress = capacity("livekit-egress");
    CapacityMetric sip = capacity("sip");

    assertThat(series("rules")).containsExactly(egress.name());
    assertThat(series("externalRules")).containsExactly(egress.headroomName());
    assertThat(Files.readString(rules("egress-rules.yaml")))
        .contains("\"record\":\"" + egress.headroomName() + "\"");
    assertThat(Files.readString(rules("sip-example.yaml")))
        .contains("\"record\":\"" + sip.headroomName() + "\"");
  }

  @Test
  void kubectlRendersItIntoOurNamespace() {
    List<HasMetadata> objects = Overlay.documents(Overlay.kustomize(METRICS));

    assertThat(objects)
        .extracting(
            object ->
                "%s %s/%s"
                    .formatted(
                        object.getKind(),
                        object.getMetadata().getNamespace(),
                        object.getMetadata().getName()))
        .containsExactlyInAnyOrder(
            "ConfigMap hpa-steward/hpa-steward-dashboard",
            "ConfigMap hpa-steward/hpa-steward-prometheus-adapter",
            "PodMonitor hpa-steward/hpa-steward",
            "PodMonitor hpa-steward/livekit",
            "PrometheusRule hpa-steward/hpa-steward-alerts",
            "PrometheusRule hpa-steward/hpa-steward-egress");
    assertThat(objects)
        .filteredOn(ConfigMap.class::isInstance)
        .flatExtracting(object -> ((ConfigMap) object).getData().keySet())
        .containsExactlyInAnyOrder("config.yaml", "hpa-steward.json");
  }

  /** Writes the operator's object as the file that Prometheus gets, and gives its path. */
  private Path rules(String name) throws IOException {
    GenericKubernetesResource object =
        YAML.unmarshal(Files.readString(METRICS.resolve(name)), GenericKubernetesResource.class);
    return Files.writeString(
        folder.resolve(name),
        new ObjectMapper().writeValueAsString(object.getAdditionalProperties().get("spec")));
  }

  private static CapacityMetric capacity(String serviceType) {
    return Objects.requireNonNull(PolicySource.embedded().serviceTypes().get(serviceType))
        .capacityMetrics()
        .get(0);
  }

  private static JsonNode adapter() throws IOException {
    return new ObjectMapper()
        .valueToTree(
            YAML.unmarshal(
                Files.readString(METRICS.resolve("prometheus-adapter.yaml")), Map.class));
  }

  private static List<String> series(String kind) throws IOException {
    return adapter().path(kind).findValuesAsText("seriesQuery").stream()
        .map(query -> query.substring(0, query.indexOf('{')))
        .toList();
  }

  /** The query that the adapter makes of its template for objects of a namespace. */
  private static String adapterQuery(String kind, String namespace, String groupBy)
      throws IOException {
    JsonNode rule = adapter().path(kind).path(0);
    String query = rule.path("seriesQuery").asText();
    String expression =
        rule.path("metricsQuery")
            .asText()
            .replace("<<.Series>>", query.substring(0, query.indexOf('{')))
            .replace("<<.LabelMatchers>>", "namespace=\"" + namespace + "\"")
            .replace("<<.GroupBy>>", groupBy);
    return "'" + expression + "'";
  }
}
