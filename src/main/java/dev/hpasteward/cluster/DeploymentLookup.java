package dev.hpasteward.cluster;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hpasteward.manifest.MalformedObject;
import dev.hpasteward.manifest.WorkloadReader;
import dev.hpasteward.model.Surroundings.Target;
import dev.hpasteward.model.TargetReference;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.http.HttpResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/** Finds the Deployment that an autoscaler targets by one bounded GET. */
@ApplicationScoped
class DeploymentLookup implements TargetLookup {

  /** A review has seconds at most; a lookup must leave room for everything else. */
  private static final Duration AT_MOST = Duration.ofMillis(300);

  /** What the API server takes for a name: anything else can't exist. */
  private static final Pattern NAME = Pattern.compile("[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?");

  private static final Logger LOG = Logger.getLogger(DeploymentLookup.class);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ClusterConnection connection;

  DeploymentLookup(ClusterConnection connection) {
    this.connection = connection;
  }

  @Override
  public CompletionStage<Target> find(String namespace, TargetReference target) {
    Optional<KubernetesClient> client = connection.client();
    if (client.isEmpty()) {
      return CompletableFuture.completedStage(new Target.NotLookedUp());
    }
    if (!NAME.matcher(namespace).matches() || !NAME.matcher(target.name()).matches()) {
      return CompletableFuture.completedStage(new Target.Missing());
    }
    String path = "/apis/apps/v1/namespaces/" + namespace + "/deployments/" + target.name();
    return ApiRequests.get(client.get(), path, AT_MOST)
        .thenApply(response -> read(response, namespace))
        .exceptionally(
            fault -> {
              LOG.warnf("could not look up Deployment %s/%s: %s", namespace, target.name(), fault);
              return new Target.Unknown();
            });
  }

  private static Target read(HttpResponse<byte[]> response, String namespace) {
    if (response.code() == 404) {
      return new Target.Missing();
    }
    if (response.code() != 200) {
      LOG.warnf("could not look up a Deployment of %s: HTTP %d", namespace, response.code());
      return new Target.Unknown();
    }
    try {
      return new Target.Found(WorkloadReader.read(JSON.readTree(response.body()), namespace));
    } catch (IOException | MalformedObject e) {
      LOG.warnf("could not read a Deployment of %s: %s", namespace, e.getMessage());
      return new Target.Unknown();
    }
  }
}
