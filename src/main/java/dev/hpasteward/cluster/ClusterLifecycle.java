package dev.hpasteward.cluster;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Starts watching with the program, and stops with it. */
@ApplicationScoped
class ClusterLifecycle {

  /** A reachable API server needs a fraction of it; without one the program starts all the same. */
  private static final int FIRST_LOOK_SECONDS = 10;

  private final ClusterWatch cluster;
  private final ToleranceSupport tolerances;

  ClusterLifecycle(ClusterWatch cluster, ToleranceSupport tolerances) {
    this.cluster = cluster;
    this.tolerances = tolerances;
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
  }

  void onStop(@Observes ShutdownEvent event) {
    cluster.stop();
  }
}
