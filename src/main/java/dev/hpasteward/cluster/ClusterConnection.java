package dev.hpasteward.cluster;

import io.fabric8.kubernetes.client.KubernetesClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
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
    this.wanted = !wanted.equals("none") && ConfiguredCluster.exists();
    this.client = client;
  }

  /** The client; empty without a cluster. */
  public Optional<KubernetesClient> client() {
    return wanted ? Optional.of(client.get()) : Optional.empty();
  }
}
