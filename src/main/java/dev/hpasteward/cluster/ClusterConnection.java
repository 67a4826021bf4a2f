package dev.hpasteward.cluster;

import io.fabric8.kubernetes.client.KubernetesClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The API server that this process belongs to, if any: the kubeconfig that it was given, the one in
 * KUBECONFIG, the service account of its pod, or {@code ~/.kube/config}. With {@code
 * hpa-steward.cluster=none} it belongs to none, whatever the machine has.
 */
@ApplicationScoped
public class ClusterConnection {

  private final boolean wanted;
  private final Instance<KubernetesClient> client;

  ClusterConnection(
      @ConfigProperty(name = "hpa-steward.cluster", defaultValue = "auto") String wanted,
      Instance<KubernetesClient> client) {
    // Asked for with each review: files are looked at once.
    this.wanted = !wanted.equals("none") && isConfigured();
    this.client = client;
  }

  /** The client; empty without a cluster. */
  public Optional<KubernetesClient> client() {
    return wanted ? Optional.of(client.get()) : Optional.empty();
  }

  private static boolean isConfigured() {
    return System.getProperty("kubeconfig") != null
        || System.getenv("KUBECONFIG") != null
        || System.getenv("KUBERNETES_SERVICE_HOST") != null
        || Files.isReadable(Path.of(System.getProperty("user.home"), ".kube", "config"));
  }
}
