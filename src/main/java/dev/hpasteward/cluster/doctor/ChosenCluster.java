package dev.hpasteward.cluster.doctor;

import io.fabric8.kubernetes.api.model.NamedContext;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The cluster that a person named, without the container that {@code serve} needs. */
public final class ChosenCluster {

  private static final int CONNECTION_TIMEOUT_MILLIS = 5000;

  private ChosenCluster() {}

  /**
   * A client for it; the file is the system property {@code kubeconfig}, else what kubectl takes.
   *
   * @param context of the kubeconfig; null: its current one
   * @throws IllegalArgumentException if there is no such context; says which there are
   */
  public static KubernetesClient client(@Nullable String context) {
    Config config = Config.autoConfigure(context);
    List<String> contexts = config.getContexts().stream().map(NamedContext::getName).toList();
    if (context != null && !contexts.contains(context)) {
      throw new IllegalArgumentException(
          "--context: found %s, the kubeconfig has %s"
              .formatted(context, contexts.isEmpty() ? "none" : String.join(", ", contexts)));
    }
    config.setRequestRetryBackoffLimit(0);
    config.setConnectionTimeout(CONNECTION_TIMEOUT_MILLIS);
    return new KubernetesClientBuilder().withConfig(config).build();
  }
}
