package dev.hpasteward.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which targets the PodMonitors of {@code deploy/metrics} make of pods: Prometheus' own answer. */
class PodMonitorsIT {

  private static final String SCRAPE = "__meta_kubernetes_pod_annotation_prometheus_io_scrape";
  private static final String PORT = "__meta_kubernetes_pod_annotation_prometheus_io_port";
  private static final String METRICS_PATH = "__meta_kubernetes_pod_annotation_prometheus_io_path";

  private final PodMonitor livekit = PodMonitor.named("livekit");

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void ourOwnNamesAPortAndLabelsThatOurPodsHave(Overlay overlay) {
    PodMonitor own = PodMonitor.named("hpa-steward");
    PodTemplateSpec template = overlay.template();

    assertThat(template.getSpec().getContainers())
        .flatExtracting(Container::getPorts)
        .extracting(ContainerPort::getName)
        .contains(own.endpoint().path("port").asText());
    assertThat(own.spec().at("/selector/matchLabels").properties())
        .isNotEmpty()
        .allSatisfy(
            label ->
                assertThat(template.getMetadata().getLabels())
                    .containsEntry(label.getKey(), label.getValue().asText()));
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.7, 10.0.0.7:8080,  10.0.0.7:6789",
    "fd00::7,  [fd00::7]:8080, [fd00::7]:6789",
    "2001:db8:0:1:2:3:4:5, [2001:db8:0:1:2:3:4:5]:8080, [2001:db8:0:1:2:3:4:5]:6789"
  })
  void thePortOfTheAnnotationIsAskedWhicheverPortWasFound(
      String pod, String found, String address) {
    JsonNode target =
        scraped(
            pod, found, Map.of(SCRAPE, "true", PORT, "6789", METRICS_PATH, "/stats/prometheus"));

    assertThat(target.path("__address__").asText()).isEqualTo(address);
    assertThat(target.path("instance").asText()).isEqualTo(address);
    assertThat(target.path("__metrics_path__").asText()).isEqualTo("/stats/prometheus");
  }

  @Test
  void aPodWithManyPortsIsOneTarget() {
    Map<String, String> annotations = Map.of(SCRAPE, "true", PORT, "6789");

    assertThat(scraped("10.0.0.7", "10.0.0.7:8080", annotations))
        .isEqualTo(scraped("10.0.0.7", "10.0.0.7:6789", annotations));
  }

  @Test
  void withoutPathAndPortItIsTheUsualPathOfThePortThatWasFound() {
    JsonNode target = scraped("10.0.0.7", "10.0.0.7:8080", Map.of(SCRAPE, "true"));

    assertThat(target.path("__address__").asText()).isEqualTo("10.0.0.7:8080");
    assertThat(target.path("__metrics_path__").asText()).isEqualTo("/metrics");
  }

  @ParameterizedTest
  @CsvSource({"6789/tcp", "metrics", "'6789,6790'"})
  void aPortThatIsNoNumberChangesNoAddress(String port) {
    JsonNode target = scraped("10.0.0.7", "10.0.0.7:8080", Map.of(SCRAPE, "true", PORT, port));

    assertThat(target.path("__address__").asText()).isEqualTo("10.0.0.7:8080");
  }

  @Test
  void aPodWithoutAnnotationsIsNoTarget() {
    assertThat(scraped("10.0.0.7", "10.0.0.7:8080", Map.of())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"false", "untrue", "trueish", "''"})
  void aPodThatSaysAnythingButTrueIsNoTarget(String scrape) {
    assertThat(scraped("10.0.0.7", "10.0.0.7:8080", Map.of(SCRAPE, scrape, PORT, "6789")))
        .isEmpty();
  }

  /** The labels by which Prometheus scrapes a pod that it found so; empty if it does not. */
  private JsonNode scraped(String pod, String found, Map<String, String> annotations) {
    JsonNode labels = livekit.scraped(folder, pod, found, annotations);
    // Else the targets of a pod's ports would differ.
    assertThat(labels.has("container") || labels.has("endpoint")).isFalse();
    return labels;
  }
}
