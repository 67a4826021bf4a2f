package dev.hpasteward.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hpasteward.cluster.state.ClusterState;
import dev.hpasteward.cluster.state.ObjectKey;
import dev.hpasteward.cluster.watch.KindWatch;
import dev.hpasteward.cluster.watch.ObjectReaders;
import dev.hpasteward.cluster.watch.WatchClient;
import dev.hpasteward.cluster.watch.WatchedKind;
import dev.hpasteward.model.Workload;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;

/** A watch that is away for so long that the API server no longer has the changes meanwhile. */
class ExpiredWatchIT {

  /** The client waits up to 32 s between two tries. */
  private static final ConditionFactory SOON = await().atMost(Duration.ofSeconds(60));

  private static final String DEPLOYMENTS = "/apis/apps/v1/namespaces/default/deployments";

  private final ClusterState state = new ClusterState();

  @Test
  void whatChangedWhileItWasAwayIsRightAfterwards() throws IOException {
    try (OwnApiServer api =
            OwnApiServer.start("--watch-cache=false", "--etcd-compaction-interval=1s");
        Wire wire = Wire.to(port(api));
        KubernetesClient client = client(api, wire);
        WatchClient watchClient = WatchClient.like(client)) {
      api.createDeployment("kept");
      api.createDeployment("deleted");
      api.createDeployment("changed");
      KindWatch<Workload> watch =
          new KindWatch<>(
              WatchedKind.DEPLOYMENTS, ObjectReaders::workload, state.workloads(), () -> {});
      watch.ensureStarted(watchClient.client());
      SOON.until(() -> replicas().equals(Map.of("kept", 0, "deleted", 0, "changed", 0)));
      int lists = lists(api);

      wire.cut();
      SOON.until(() -> !watch.watching());
      String last = resourceVersion(api);
      api.kubectlOutput("delete", "deployment", "deleted");
      api.kubectlOutput("scale", "deployment", "changed", "--replicas=7");
      api.createDeployment("created");
      // What our watch will be answered too: it has seen nothing newer.
      SOON.until(() -> watchedFrom(api, last).contains("\"code\":410"));
      assertThat(watchedFrom(api, last)).contains("\"type\":\"ERROR\"", "\"reason\":\"Expired\"");
      assertThat(replicas()).isEqualTo(Map.of("kept", 0, "deleted", 0, "changed", 0));
      wire.mend();

      SOON.until(() -> replicas().equals(Map.of("kept", 0, "changed", 7, "created", 0)));
      assertThat(lists(api)).as("lists of Deployments").isGreaterThan(lists);
      SOON.until(watch::watching);
      api.kubectlOutput("scale", "deployment", "created", "--replicas=3");
      SOON.until(() -> replicas().equals(Map.of("kept", 0, "changed", 7, "created", 3)));
      assertThat(watch.problem()).isEmpty();
      watch.stop();
    }
  }

  /** What is known, as names and replicas. */
  private Map<String, Integer> replicas() {
    Map<String, Integer> replicas = new TreeMap<>();
    state
        .workloads()
        .all()
        .forEach(seen -> replicas.put(name(seen.key()), seen.object().replicas().orElse(1)));
    return replicas;
  }

  private static String name(ObjectKey key) {
    return key.name();
  }

  private static String watchedFrom(OwnApiServer api, String resourceVersion) {
    return api.kubectlOutput(
        "get",
        "--raw",
        DEPLOYMENTS + "?watch=true&timeoutSeconds=1&resourceVersion=" + resourceVersion);
  }

  /** Of now: at least what our watch has seen. */
  private static String resourceVersion(OwnApiServer api) {
    return JsonPath.from(api.kubectlOutput("get", "--raw", DEPLOYMENTS + "?limit=1"))
        .getString("metadata.resourceVersion");
  }

  /** How often the API server was asked for all Deployments of the cluster. */
  private static int lists(OwnApiServer api) {
    return api.kubectlOutput("get", "--raw", "/metrics")
        .lines()
        .filter(line -> line.startsWith("apiserver_request_total{"))
        .filter(line -> line.contains("resource=\"deployments\"") && line.contains("verb=\"LIST\""))
        .filter(line -> line.contains("scope=\"cluster\""))
        .mapToInt(line -> Integer.parseInt(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  private static int port(OwnApiServer api) throws IOException {
    return URI.create(config(api).getMasterUrl()).getPort();
  }

  private static Config config(OwnApiServer api) throws IOException {
    return Config.fromKubeconfig(Files.readString(api.kubeconfig()));
  }

  private static KubernetesClient client(OwnApiServer api, Wire wire) throws IOException {
    Config config = config(api);
    config.setMasterUrl("https://127.0.0.1:" + wire.port());
    return new KubernetesClientBuilder().withConfig(config).build();
  }
}
