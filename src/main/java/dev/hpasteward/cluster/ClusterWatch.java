package dev.hpasteward.cluster;

import dev.hpasteward.cluster.ApiDiscovery.Presence;
import dev.hpasteward.cluster.state.ClusterState;
import dev.hpasteward.cluster.state.Shelf;
import dev.hpasteward.cluster.watch.KindWatch;
import dev.hpasteward.cluster.watch.ObjectReader;
import dev.hpasteward.cluster.watch.ObjectReaders;
import dev.hpasteward.cluster.watch.WatchClient;
import dev.hpasteward.cluster.watch.WatchedKind;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Watches every kind that somebody here looks at. Kinds that come with a CRD are looked for every
 * 20 s. PodDisruptionBudgets are not watched: nothing reads them.
 */
@ApplicationScoped
class ClusterWatch implements KnownCluster {

  private static final Logger LOG = Logger.getLogger(ClusterWatch.class);

  private final ClusterConnection connection;
  private final InstantSource clock;
  private final ClusterState state = new ClusterState();
  private final List<KindWatch<?>> watches;

  /** Optional kinds of which it is known whether they exist. */
  private final Set<WatchedKind> lookedFor = ConcurrentHashMap.newKeySet();

  private final CompletableFuture<Void> completion = new CompletableFuture<>();
  private boolean stopped;
  private boolean behind;
  private @Nullable WatchClient watchClient;
  private volatile @Nullable Instant current;

  ClusterWatch(ClusterConnection connection, InstantSource clock) {
    this.connection = connection;
    this.clock = clock;
    this.watches =
        List.of(
            watch(WatchedKind.DEPLOYMENTS, ObjectReaders::workload, state.workloads()),
            watch(WatchedKind.AUTOSCALERS, ObjectReaders::autoscaler, state.autoscalers()),
            watch(WatchedKind.NAMESPACES, ObjectReaders::namespace, state.namespaces()),
            watch(WatchedKind.SCALED_OBJECTS, ObjectReaders::scaledObject, state.scaledObjects()),
            watch(
                WatchedKind.VERTICAL_AUTOSCALERS,
                ObjectReaders::verticalAutoscaler,
                state.verticalAutoscalers()));
  }

  private <T> KindWatch<T> watch(WatchedKind kind, ObjectReader<T> reader, Shelf<T, ?> shelf) {
    return new KindWatch<>(kind, reader, shelf, this::progress);
  }

  @Override
  public boolean exists() {
    return connection.client().isPresent();
  }

  @Override
  public ClusterState state() {
    return state;
  }

  List<KindWatch<?>> watches() {
    return watches;
  }

  /**
   * An optional kind that can't be watched does not count: that we lack a permission must not keep
   * the webhook from working.
   */
  @Override
  public boolean complete() {
    return completion.isDone();
  }

  /**
   * Whether everything that scales Deployments was seen, and changes arrive. Unlike {@link
   * #complete} it waits for ScaledObjects that exist and can't be watched: who does not see them
   * would set a second autoscaler beside them.
   */
  boolean autoscalersKnown() {
    return complete()
        && watches.stream()
            .filter(watch -> watch.kind() == WatchedKind.AUTOSCALERS)
            .allMatch(KindWatch::watching)
        && watches.stream()
            .filter(watch -> watch.kind() == WatchedKind.SCALED_OBJECTS)
            .allMatch(
                watch -> watch.synced() || (lookedFor.contains(watch.kind()) && !watch.started()));
  }

  /** Completes when {@link #complete} turns true. */
  CompletableFuture<Void> completion() {
    return completion.copy();
  }

  private void progress() {
    if (!completion.isDone() && watches.stream().allMatch(this::settled)) {
      current = clock.instant();
      completion.complete(null);
    }
  }

  /** What keeps a watch from being complete. */
  Optional<String> missing(KindWatch<?> watch) {
    return settled(watch) ? Optional.empty() : Optional.of(watch.problem().orElse("not yet seen"));
  }

  private boolean settled(KindWatch<?> watch) {
    if (watch.synced()) {
      return true;
    }
    return !watch.kind().mandatory()
        && lookedFor.contains(watch.kind())
        && (!watch.started() || watch.problem().isPresent());
  }

  /**
   * For how long the API server may have known more than is known here: the time since it last
   * answered while all mandatory watches were open. Empty before the first time.
   */
  Optional<Duration> age() {
    Instant then = current;
    return then == null ? Optional.empty() : Optional.of(Duration.between(then, clock.instant()));
  }

  /** Until everything was seen, there is no reason to wait for long. */
  @Scheduled(every = "2s", concurrentExecution = ConcurrentExecution.SKIP)
  void lookUntilComplete() {
    if (!complete()) {
      look();
    }
  }

  /** Starts what is not running, and stops what is no longer there. */
  @Scheduled(every = "20s", concurrentExecution = ConcurrentExecution.SKIP)
  synchronized void look() {
    Optional<KubernetesClient> client = connection.client();
    if (stopped || client.isEmpty()) {
      return;
    }
    WatchClient forWatches = watchClient;
    if (forWatches == null) {
      forWatches = WatchClient.like(client.get());
      watchClient = forWatches;
    }
    boolean answered = false;
    for (KindWatch<?> watch : watches) {
      if (watch.kind().mandatory()) {
        watch.ensureStarted(forWatches.client());
      } else {
        answered |= lookFor(watch, client.get(), forWatches);
      }
    }
    sayHowCurrent(
        answered
            && watches.stream().filter(w -> w.kind().mandatory()).allMatch(KindWatch::watching));
  }

  private void sayHowCurrent(boolean upToDate) {
    Instant before = current;
    if (upToDate) {
      current = clock.instant();
    }
    if (before != null && upToDate == behind) {
      behind = !upToDate;
      if (behind) {
        LOG.warnf("the API server is away; reviews are answered from what was seen by %s", before);
      } else {
        LOG.infof("the API server is back; it was away since %s", before);
      }
    }
  }

  private boolean lookFor(KindWatch<?> watch, KubernetesClient client, WatchClient forWatches) {
    Presence presence = ApiDiscovery.of(watch.kind(), client);
    switch (presence) {
      case PRESENT -> watch.ensureStarted(forWatches.client());
      case ABSENT -> {
        if (watch.started()) {
          watch.forget();
        }
      }
      case UNKNOWN -> {
        return false;
      }
    }
    lookedFor.add(watch.kind());
    progress();
    return true;
  }

  synchronized void stop() {
    stopped = true;
    watches.forEach(KindWatch::stop);
    if (watchClient != null) {
      watchClient.close();
    }
  }
}
