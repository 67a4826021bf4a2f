package dev.hpasteward.cluster.policy;

import dev.hpasteward.cluster.ApiDiscovery;
import dev.hpasteward.cluster.ApiDiscovery.Presence;
import dev.hpasteward.cluster.ClusterConnection;
import dev.hpasteward.cluster.state.ObjectKey;
import dev.hpasteward.cluster.state.Seen;
import dev.hpasteward.cluster.state.Shelf;
import dev.hpasteward.cluster.watch.KindWatch;
import dev.hpasteward.cluster.watch.WatchedKind;
import dev.hpasteward.source.FollowedPolicy;
import dev.hpasteward.source.PolicySource;
import dev.hpasteward.source.ResourceReload;
import dev.hpasteward.source.ResourceReload.Offer;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Watches ScalingPolicies if one of them is to be the policy. Its CRD may come later than this
 * program: it is looked for every 2 s.
 */
@ApplicationScoped
class PolicyResourceWatch implements PolicyResources {

  /** As for the rest of the cluster: the program starts without an API server too. */
  private static final int FIRST_LOOK_SECONDS = 10;

  /** Before the policy is told to be in force. */
  private static final int EARLY = 1000;

  private final ClusterConnection connection;
  private final Optional<String> name;
  private final Shelf<SeenPolicy, Void> shelf = new Shelf<>(policy -> Optional.empty());
  private final KindWatch<SeenPolicy> watch;
  private final Optional<ResourceReload> reload;
  private final CompletableFuture<Void> looked = new CompletableFuture<>();
  private volatile Presence presence = Presence.UNKNOWN;
  private volatile boolean starting = true;
  private boolean stopped;

  PolicyResourceWatch(
      ClusterConnection connection,
      InstantSource clock,
      @ConfigProperty(name = "hpa-steward.policy-resource") Optional<String> name) {
    this.connection = connection;
    this.name = name;
    this.watch =
        new KindWatch<>(
            WatchedKind.SCALING_POLICIES,
            (key, object) -> SeenPolicy.of(object),
            shelf,
            () -> looked.complete(null));
    this.reload =
        name.map(
            known ->
                new ResourceReload(() -> offer(known), PolicySource.embedded(), clock.instant()));
  }

  @Override
  public Optional<FollowedPolicy> followed() {
    return reload.map(following -> following);
  }

  Optional<ResourceReload> reload() {
    return reload;
  }

  /** The resource that is followed, if it is there. */
  Optional<Seen<SeenPolicy>> seen() {
    return name.flatMap(known -> shelf.get(new ObjectKey("", known)));
  }

  /** Whether the API server has said once whether the resource is there, or why it does not say. */
  boolean looked() {
    return name.isEmpty() || connection.client().isEmpty() || looked.isDone();
  }

  void onStart(@Observes @Priority(EARLY) StartupEvent event) {
    if (!looked()) {
      look();
      looked.copy().completeOnTimeout(null, FIRST_LOOK_SECONDS, TimeUnit.SECONDS).join();
    }
    starting = false;
  }

  void onStop(@Observes ShutdownEvent event) {
    stop();
  }

  @Scheduled(every = "2s", delayed = "2s", concurrentExecution = ConcurrentExecution.SKIP)
  void lookUntilWatching() {
    if (!watch.watching()) {
      look();
    }
  }

  @Scheduled(every = "20s", delayed = "20s", concurrentExecution = ConcurrentExecution.SKIP)
  synchronized void look() {
    Optional<KubernetesClient> client = connection.client();
    if (stopped || name.isEmpty() || client.isEmpty()) {
      return;
    }
    Presence found = ApiDiscovery.of(WatchedKind.SCALING_POLICIES, client.get());
    switch (found) {
      case PRESENT -> watch.ensureStarted(client.get());
      case ABSENT -> {
        if (watch.started()) {
          watch.forget();
        }
        looked.complete(null);
      }
      case UNKNOWN -> {}
    }
    presence = found;
  }

  private synchronized void stop() {
    stopped = true;
    watch.stop();
  }

  private Offer offer(String known) {
    return seen()
        .<Offer>map(seen -> new Offer.Present(seen.object().resource()))
        .orElseGet(
            () ->
                starting && !looked()
                    ? new Offer.Awaited()
                    : new Offer.Absent(SeenPolicy.title(known), whyAbsent()));
  }

  private String whyAbsent() {
    if (connection.client().isEmpty()) {
      return "there is no cluster to read it from; give --kubeconfig or set KUBECONFIG";
    }
    if (watch.synced()) {
      return "there is none of this name; create it";
    }
    if (presence == Presence.ABSENT) {
      return "the API server does not know this kind; apply deploy/base/crd.yaml";
    }
    return watch
        .problem()
        .map(problem -> "it can't be watched: " + problem)
        .orElse("the API server has not told of it yet");
  }
}
