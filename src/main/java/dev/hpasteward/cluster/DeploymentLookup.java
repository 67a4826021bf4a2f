package dev.hpasteward.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hpasteward.cluster.ObjectRequest.Outcome;
import dev.hpasteward.manifest.MalformedObject;
import dev.hpasteward.manifest.WorkloadReader;
import dev.hpasteward.model.Surroundings.Target;
import dev.hpasteward.model.TargetReference;
import io.fabric8.kubernetes.client.KubernetesClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;

/** Finds the Deployment that an autoscaler targets by one bounded GET. */
@ApplicationScoped
class DeploymentLookup implements TargetLookup {

  private static final Logger LOG = Logger.getLogger(DeploymentLookup.class);

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
    if (!ObjectRequest.isName(namespace) || !ObjectRequest.isName(target.name())) {
      return CompletableFuture.completedStage(new Target.Missing());
    }
    String path = "/apis/apps/v1/namespaces/" + namespace + "/deployments/" + target.name();
    return ObjectRequest.get(client.get(), path, "Deployment " + namespace + "/" + target.name())
        .thenApply(outcome -> target(outcome, namespace));
  }

  private static Target target(Outcome outcome, String namespace) {
    if (outcome instanceof Outcome.Found found) {
      return read(found.object(), namespace);
    }
    return outcome instanceof Outcome.Missing ? new Target.Missing() : new Target.Unknown();
  }

  private static Target read(JsonNode object, String namespace) {
    try {
      return new Target.Found(WorkloadReader.read(object, namespace));
    } catch (MalformedObject e) {
      LOG.warnf("could not read a Deployment of %s: %s", namespace, e.getMessage());
      return new Target.Unknown();
    }
  }
}
