package dev.hpasteward.cluster.leadership;

import dev.hpasteward.cluster.watch.WatchClient;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.RequestConfigBuilder;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** One process that stands for election, from its start to its end. */
final class Candidacy implements AutoCloseable {

  private static final String LEASE_NAME = "hpa-steward";

  /** How long after its time has run out a leader says so, if nothing else tells it. */
  private static final long LOOK_MILLIS = 500;

  /** An API server that does not answer must not keep a process from ending. */
  private static final long HAND_OVER_SECONDS = 2;

  private final Claim claim;
  private final WatchClient connection;
  private final ScheduledExecutorService executor;
  private final Election election;

  private Candidacy(
      Claim claim, WatchClient connection, ScheduledExecutorService executor, Election election) {
    this.claim = claim;
    this.connection = connection;
    this.executor = executor;
    this.election = election;
  }

  /**
   * Starts it; does not wait.
   *
   * @param original its API server is asked, on a connection apart: renewals must wait neither for
   *     reviews nor for pages of watched objects, nor these for them
   * @param gained is run each time that this process becomes leader; must not take long
   */
  static Candidacy start(KubernetesClient original, String namespace, Runnable gained) {
    String identity = ProcessIdentity.create();
    LeaseRecord lease = new LeaseRecord(namespace, LEASE_NAME, identity);
    Claim claim = new Claim(identity, lease.describe(), System::nanoTime, gained);
    WatchClient connection = WatchClient.like(original);
    // One thread asks, one looks and ends.
    ScheduledExecutorService executor =
        Executors.newScheduledThreadPool(
            2,
            task -> {
              Thread thread = new Thread(task, "leadership");
              thread.setDaemon(true);
              return thread;
            });
    Election election =
        new Election(
            impatient(connection.client()),
            new FencedLock(lease, claim, System::nanoTime),
            executor);
    var unused =
        executor.scheduleWithFixedDelay(
            claim::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    election.start();
    return new Candidacy(claim, connection, executor, election);
  }

  /** The elector is the one who tries again. */
  private static KubernetesClient impatient(KubernetesClient client) {
    return client
        .newClient(
            new RequestConfigBuilder(client.getConfiguration().getRequestConfig())
                .withRequestTimeout((int) LeaseTimes.REQUEST.toMillis())
                .withRequestRetryBackoffLimit(0)
                .build())
        .adapt(KubernetesClient.class);
  }

  Claim claim() {
    return claim;
  }

  /** Leads no more, and releases the Lease if there is an answer in time. */
  void handOver() {
    claim.end();
    CompletableFuture.runAsync(election::end, executor)
        .completeOnTimeout(null, HAND_OVER_SECONDS, TimeUnit.SECONDS)
        .join();
  }

  @Override
  public void close() {
    executor.shutdownNow();
    connection.close();
  }
}
