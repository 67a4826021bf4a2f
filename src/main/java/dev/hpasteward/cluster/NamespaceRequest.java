package dev.hpasteward.cluster;

import dev.hpasteward.cluster.ObjectRequest.Outcome;
import dev.hpasteward.cluster.state.ObjectKey;
import dev.hpasteward.cluster.watch.ObjectReaders;
import io.fabric8.kubernetes.client.KubernetesClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Finds a namespace by one bounded GET. */
@ApplicationScoped
class NamespaceRequest implements NamespaceLookup {

  private final ClusterConnection connection;

  NamespaceRequest(ClusterConnection connection) {
    this.connection = connection;
  }

  @Override
  public CompletionStage<Optional<Map<String, String>>> labels(String namespace) {
    Optional<KubernetesClient> client = connection.client();
    if (client.isEmpty() || !ObjectRequest.isName(namespace)) {
      return CompletableFuture.completedStage(Optional.empty());
    }
    return ObjectRequest.get(
            client.get(), "/api/v1/namespaces/" + namespace, "namespace " + namespace)
        .thenApply(outcome -> labels(outcome, namespace));
  }

  private static Optional<Map<String, String>> labels(Outcome outcome, String namespace) {
    return outcome instanceof Outcome.Found found
        ? Optional.of(
            ObjectReaders.namespace(new ObjectKey("", namespace), found.object()).labels())
        : Optional.empty();
  }
}
