package dev.hpasteward.cluster;

import dev.hpasteward.cluster.leadership.LeaseLeadership;
import dev.hpasteward.cluster.reconcile.Reconciliation;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Starts watching, standing for leader and reconciling with the program, and stops them with it.
 */
@ApplicationScoped
class ClusterLifecycle {

  /** A reachable API server needs a fraction of it; without one the program starts all the same. */
  private static final int FIRST_LOOK_SECONDS = 10;

  private final ClusterConnection connection;
  private final ClusterWatch cluster;
  private final ToleranceSupport tolerances;
  private final LeaseLeadership leadership;
  private final Reconciliation reconciliation;
  private final boolean webhookOnly;

  ClusterLifecycle(
      ClusterConnection connection,
      ClusterWatch cluster,
      ToleranceSupport tolerances,
      LeaseLeadership leadership,
      Reconciliation reconciliation,
      @ConfigProperty(name = "hpa-steward.webhook-only", defaultValue = "false")
          boolean webhookOnly) {
    this.connection = connection;
    this.cluster = cluster;
    this.tolerances = tolerances;
    this.leadership = leadership;
    this.reconciliation = reconciliation;
    this.webhookOnly = webhookOnly;
  }

  void onStart(@Observes StartupEvent event) {
    if (!cluster.exists()) {
      tolerances.look();
      return;
    }
    CompletableFuture.allOf(
            CompletableFuture.runAsync(tolerances::look),
            CompletableFuture.runAsync(cluster::look),
            cluster.completion())
        .completeOnTimeout(null, FIRST_LOOK_SECONDS, TimeUnit.SECONDS)
        .join();
    if (!webhookOnly) {
      connection.client().ifPresent(this::reconcile);
    }
  }

  private void reconcile(KubernetesClient client) {
    leadership.start(client);
    reconciliation.start(
        client,
        cluster.state(),
        () -> cluster.autoscalersKnown() && tolerances.known(),
        tolerances::tolerancesKept);
  }

  /** Reviews are answered for seconds yet, but another may lead at once. */
  void onLeaving(@Observes ShutdownDelayInitiatedEvent event) {
    leadership.handOver();
  }

  void onStop(@Observes ShutdownEvent event) {
    leadership.stop();
    reconciliation.stop();
    cluster.stop();
  }
}
