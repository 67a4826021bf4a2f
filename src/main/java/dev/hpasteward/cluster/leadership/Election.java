package dev.hpasteward.cluster.leadership;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderCallbacks;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderElectionConfig;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderElector;
import io.fabric8.kubernetes.client.extended.leaderelection.resourcelock.Lock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Stands for election again and again: one of the client's electors ends when it loses. */
final class Election {

  /** Who leads is read off the records; see {@link FencedLock}. */
  private static final LeaderCallbacks NOTHING =
      new LeaderCallbacks(() -> {}, () -> {}, leader -> {});

  private final KubernetesClient client;
  private final Lock lock;
  private final Executor executor;
  private boolean ended;
  private @Nullable CompletableFuture<?> round;

  Election(KubernetesClient client, Lock lock, Executor executor) {
    this.client = client;
    this.lock = lock;
    this.executor = executor;
  }

  /** Does not wait. */
  synchronized void start() {
    if (ended) {
      return;
    }
    LeaderElector elector =
        new LeaderElector(
            client,
            new LeaderElectionConfig(
                lock,
                LeaseTimes.LEASE,
                LeaseTimes.RENEW_DEADLINE,
                LeaseTimes.RETRY,
                NOTHING,
                true,
                lock.describe()),
            executor);
    CompletableFuture<?> started = elector.start();
    round = started;
    var unused = started.whenCompleteAsync((result, fault) -> start(), executor);
  }

  /** Releases the Lease if it is ours; waits for the API server. */
  void end() {
    CompletableFuture<?> last;
    synchronized (this) {
      ended = true;
      last = round;
    }
    if (last != null) {
      last.cancel(true);
    }
  }
}
