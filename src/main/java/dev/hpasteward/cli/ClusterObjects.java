package dev.hpasteward.cli;

import dev.hpasteward.check.KubernetesVersion;
import dev.hpasteward.check.StoredObjects;
import dev.hpasteward.cluster.doctor.InstalledPolicy;
import dev.hpasteward.cluster.listing.ClusterListing;
import dev.hpasteward.cluster.listing.ListingException;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.VersionInfo;
import java.io.PrintWriter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a cluster has, read through a kubeconfig.
 *
 * @param objects all that has to do with scaling
 * @param version the API server's version
 * @param installed the policy that holds there
 */
record ClusterObjects(StoredObjects objects, KubernetesVersion version, InstalledPolicy installed) {

  private static final String INSTALLED_IN = "hpa-steward";

  /**
   * Reads it.
   *
   * @param namespace the only one; null: all
   * @param page objects that are asked for at a time
   * @throws UnusableInput if there is no cluster, or it may not be read
   */
  static ClusterObjects read(
      GivenCluster cluster, @Nullable String namespace, int page, PrintWriter err) {
    try (KubernetesClient client = cluster.connect()) {
      ListingProgress progress = new ListingProgress(err);
      StoredObjects objects =
          StoredObjects.of(
              new ClusterListing(client, progress, page).read(Optional.ofNullable(namespace)));
      progress.end();
      return new ClusterObjects(
          objects, version(client), InstalledPolicy.read(client, INSTALLED_IN));
    } catch (ListingException e) {
      throw new UnusableInput(e.text());
    }
  }

  private static KubernetesVersion version(KubernetesClient client) {
    return asked(client)
        .flatMap(found -> KubernetesVersion.parse(String.valueOf(found.getGitVersion())))
        .orElse(KubernetesVersion.CURRENT);
  }

  /** Empty if this user may not ask. */
  private static Optional<VersionInfo> asked(KubernetesClient client) {
    try {
      return Optional.ofNullable(client.getKubernetesVersion());
    } catch (KubernetesClientException e) {
      return Optional.empty();
    }
  }
}
