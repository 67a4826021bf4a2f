package dev.hpasteward.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One of {@code deploy/metrics/podmonitors.yaml}.
 *
 * @param spec what the Prometheus operator makes a scrape configuration of
 */
record PodMonitor(JsonNode spec) {

  private static final Path FILE = Path.of("deploy", "metrics", "podmonitors.yaml");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String JOB = "pods";

  static PodMonitor named(String name) {
    return Stream.of(text().split("(?m)^---$"))
        .map(
            document ->
                JSON.<JsonNode>valueToTree(
                    new KubernetesSerialization().unmarshal(document, Map.class)))
        .filter(monitor -> monitor.at("/metadata/name").asText().equals(name))
        .map(monitor -> new PodMonitor(monitor.path("spec")))
        .findFirst()
        .orElseThrow();
  }

  private static String text() {
    try {
      return Files.readString(FILE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** There is one each. */
  JsonNode endpoint() {
    return spec.path("podMetricsEndpoints").path(0);
  }

  /**
   * The labels of a pod's target after relabeling; empty if the pod is dropped. Found by promtool
   * from the configuration that the operator writes, with a target in place of the discovery.
   *
   * @param pod its address
   * @param found the address of the target that discovery makes of one of its ports
   * @param labels what discovery tells of it besides
   */
  JsonNode scraped(Path folder, String pod, String found, Map<String, String> labels) {
    ObjectNode job = JSON.createObjectNode().put("job_name", JOB);
    job.set("scrape_interval", endpoint().path("interval"));
    job.set("relabel_configs", relabelings());
    ObjectNode group = job.putArray("static_configs").addObject();
    group.putArray("targets").add(found);
    ObjectNode told = group.putObject("labels");
    labels.forEach(told::put);
    told.put("__meta_kubernetes_pod_ip", pod);
    // What the operator's own relabelings have added by then.
    told.put("namespace", "media").put("pod", "egress-1").put("job", "monitoring/livekit");
    told.put("container", "egress").put("endpoint", "port-of-" + found);
    ObjectNode whole = JSON.createObjectNode();
    whole.putArray("scrape_configs").add(job);
    return targets(write(folder, whole)).path(0).path("labels");
  }

  private ArrayNode relabelings() {
    ArrayNode relabelings = JSON.createArrayNode();
    for (JsonNode one : endpoint().path("relabelings")) {
      ObjectNode written = relabelings.addObject();
      // Prometheus knows no other names, and refuses what it does not know.
      one.properties()
          .forEach(field -> written.set(inPrometheus(field.getKey()), field.getValue()));
    }
    return relabelings;
  }

  private static String inPrometheus(String field) {
    return switch (field) {
      case "sourceLabels" -> "source_labels";
      case "targetLabel" -> "target_label";
      default -> field;
    };
  }

  private static Path write(Path folder, JsonNode configuration) {
    try {
      return Files.writeString(
          folder.resolve("prometheus.yaml"), JSON.writeValueAsString(configuration));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** It gives none if it had no time to find them, and waits as long as it is told to. */
  private static JsonNode targets(Path configuration) {
    String checked = Promtool.built().run("check", "config", configuration.toString()).successful();
    if (!checked.contains(" is valid prometheus config file syntax")) {
      throw new AssertionError(checked);
    }
    return Stream.of("300ms", "10s")
        .map(wait -> targets(configuration, wait))
        .filter(targets -> targets.size() == 1)
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode targets(Path configuration, String wait) {
    try {
      return JSON.readTree(
          Promtool.built()
              .run("check", "service-discovery", "--timeout=" + wait, configuration.toString(), JOB)
              .successful());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
