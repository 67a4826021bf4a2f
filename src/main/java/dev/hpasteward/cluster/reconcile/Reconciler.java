package dev.hpasteward.cluster.reconcile;

import dev.hpasteward.admission.PolicyInForce;
import dev.hpasteward.cluster.reconcile.ReconcileMetrics.Outcome;
import dev.hpasteward.cluster.reconcile.WorkQueue.Work;
import dev.hpasteward.cluster.state.ClusterState;
import dev.hpasteward.cluster.state.ObjectKey;
import dev.hpasteward.model.Metadata;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/** Looks at one Deployment after another and does what its plan says. */
final class Reconciler {

  private static final Logger LOG = Logger.getLogger(Reconciler.class);

  private final ClusterState state;
  private final PolicyInForce policies;
  private final BooleanSupplier tolerancesKept;
  private final BooleanSupplier mayWrite;
  private final AutoscalerWrites writes;
  private final EventLog events;
  private final InstantSource clock;
  private final InstantSource ticks;
  private final WorkQueue queue;
  private final Backoff backoff;
  private final Contest contest;
  private final ReconcileMetrics metrics;
  private final RewritePace pace = new RewritePace();
  private final UnseenWrites unseen;

  /** When to write again after a failure, whatever happens meanwhile. */
  private final Map<ObjectKey, Instant> notBefore = new ConcurrentHashMap<>();

  private volatile boolean skipped;

  Reconciler(
      ClusterState state,
      PolicyInForce policies,
      BooleanSupplier tolerancesKept,
      BooleanSupplier mayWrite,
      AutoscalerWrites writes,
      EventLog events,
      InstantSource clock,
      InstantSource ticks,
      WorkQueue queue,
      Backoff backoff,
      Contest contest,
      ReconcileMetrics metrics) {
    this.state = state;
    this.policies = policies;
    this.tolerancesKept = tolerancesKept;
    this.mayWrite = mayWrite;
    this.writes = writes;
    this.events = events;
    this.clock = clock;
    this.ticks = ticks;
    this.queue = queue;
    this.backoff = backoff;
    this.contest = contest;
    this.metrics = metrics;
    this.unseen = new UnseenWrites(state);
  }

  /** All Deployments are to be looked at, and those that HPAs of ours were made for. */
  void lookAtAll() {
    skipped = false;
    Instant now = ticks.instant();
    state.workloads().all().forEach(seen -> queue.add(seen.key(), now));
    // Ours may have outlived their Deployments while nobody led.
    state.autoscalers().all().stream()
        .filter(seen -> seen.object().appliedBySteward())
        .map(seen -> new ObjectKey(seen.key().namespace(), seen.object().target().name()))
        .forEach(key -> queue.add(key, now));
  }

  /** Whether something was passed over because this process may not write. */
  boolean hasSkipped() {
    return skipped;
  }

  /** Works until the thread is interrupted. */
  void work() {
    try {
      while (true) {
        Work work = queue.take(ticks);
        try {
          look(work);
        } catch (RuntimeException e) {
          LOG.errorf(e, "could not look at Deployment %s", text(work.key()));
          queue.addAt(work.key(), ticks.instant().plus(backoff.failed(work.key())));
        } finally {
          queue.done(work.key());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look(Work work) {
    if (!mayWrite.getAsBoolean()) {
      skipped = true;
      return;
    }
    Instant now = clock.instant();
    Instant tick = ticks.instant();
    Optional<Instant> unshown = unseen.until(work.key(), tick);
    if (unshown.isPresent()) {
      queue.addAt(work.key(), unshown.get());
      return;
    }
    Plan plan =
        Planner.plan(
            work.key(),
            new Circumstances(state, policies.get(), tolerancesKept.getAsBoolean(), now));
    Optional<Instant> pause = pause(work.key(), tick);
    if (pause.isPresent() && !(plan.step() instanceof Step.Nothing)) {
      queue.addAt(work.key(), pause.get());
    } else if (plan.step() instanceof Step.Apply apply) {
      apply(work.key(), apply, plan, now);
    } else if (plan.step() instanceof Step.Remove remove) {
      remove(work.key(), remove, plan, now);
    } else {
      backoff.succeeded(work.key());
      notBefore.remove(work.key());
      pace.giveUp(work.key());
      tell(work.key(), plan, Optional.empty(), now);
    }
    plan.again()
        .ifPresent(again -> queue.addAt(work.key(), tick.plus(Duration.between(now, again))));
    metrics.looked(Duration.between(work.since(), ticks.instant()));
  }

  private void apply(ObjectKey key, Step.Apply apply, Plan plan, Instant now) {
    Instant tick = ticks.instant();
    if (contested(key, apply, tick)
        || (apply.occasion() == Step.Occasion.POLICY_CHANGED
            && !apply.urgent()
            && !granted(key, tick))) {
      return;
    }
    String occasion = word(apply);
    attempt(
        key,
        apply.name(),
        occasion,
        () -> {
          unseen.wrote(
              key, apply.name(), apply.replaced().map(Step.Replaced::resourceVersion), tick);
          String uid = writes.apply(key.namespace(), apply.body(), apply.replaced());
          contest.wrote(key, apply.body(), tick);
          LOG.infof(
              "%s HPA %s/%s under policy %s%s",
              occasion,
              key.namespace(),
              apply.name(),
              policies.get().version(),
              apply.changed().isEmpty() ? "" : ": " + String.join(", ", apply.changed()));
          tell(
              key, plan, Optional.of(Regarded.autoscaler(key.namespace(), apply.name(), uid)), now);
        });
  }

  private void remove(ObjectKey key, Step.Remove remove, Plan plan, Instant now) {
    Instant tick = ticks.instant();
    if (remove.paced() && !granted(key, tick)) {
      return;
    }
    attempt(
        key,
        remove.name(),
        "removed",
        () -> {
          unseen.wrote(key, remove.name(), Optional.of(remove.resourceVersion()), tick);
          writes.delete(key.namespace(), remove.name(), remove.resourceVersion());
          LOG.infof(
              "removed HPA %s/%s under policy %s",
              key.namespace(), remove.name(), policies.get().version());
          tell(key, plan, Optional.empty(), now);
        });
  }

  private Optional<Instant> pause(ObjectKey key, Instant now) {
    return Optional.ofNullable(notBefore.get(key)).filter(now::isBefore);
  }

  private Duration pauseAfterFailure(ObjectKey key, Instant now) {
    Duration wait = backoff.failed(key);
    notBefore.put(key, now.plus(wait));
    queue.addAt(key, now.plus(wait));
    return wait;
  }

  /** Whether somebody undoes what we write, so that this write has to wait. */
  private boolean contested(ObjectKey key, Step.Apply apply, Instant now) {
    Optional<Instant> next = contest.next(key, apply.body(), apply.urgent(), now);
    next.ifPresent(
        at -> {
          queue.addAt(key, at);
          metrics.wrote(word(apply), Outcome.CONTESTED);
          workload(key)
              .ifPresent(
                  regarded ->
                      events.tell(
                          Notes.contested(apply.name(), apply.changed()),
                          regarded,
                          clock.instant()));
        });
    return next.isPresent();
  }

  private static String word(Step.Apply apply) {
    return apply.occasion().name().toLowerCase(Locale.ROOT);
  }

  /** Whether its turn has come; else it comes back when it has. */
  private boolean granted(ObjectKey key, Instant now) {
    Instant turn = pace.turn(key, now, policies.get().generation().writesPerSecond());
    if (turn.isAfter(now)) {
      queue.addAt(key, turn);
      return false;
    }
    return true;
  }

  private void attempt(ObjectKey key, String name, String occasion, Runnable write) {
    // Asked again right before it is sent: this process may have been stopped since.
    if (!mayWrite.getAsBoolean()) {
      skipped = true;
      return;
    }
    try {
      write.run();
      metrics.wrote(occasion, Outcome.WRITTEN);
    } catch (KubernetesClientException e) {
      unseen.failed(key);
      Failure failure = Failure.of(e);
      metrics.wrote(occasion, failure.outcome());
      Duration wait = pauseAfterFailure(key, ticks.instant());
      LOG.warnf(
          "HPA %s/%s not %s, again in %.1f s: %s",
          key.namespace(), name, occasion, wait.toMillis() / 1e3, failure.reason());
      if (failure.outcome() == Outcome.REFUSED) {
        workload(key)
            .ifPresent(
                regarded ->
                    events.tell(Notes.refused(name, failure.reason()), regarded, clock.instant()));
      }
    }
  }

  private void tell(ObjectKey key, Plan plan, Optional<Regarded> autoscaler, Instant now) {
    for (Note note : plan.notes()) {
      workload(key).ifPresent(regarded -> events.tell(note, regarded, now));
      note.autoscaler().or(() -> autoscaler).ifPresent(about -> events.tell(note, about, now));
    }
  }

  private Optional<Regarded> workload(ObjectKey key) {
    return state
        .workload(key.namespace(), key.name())
        .flatMap(
            workload -> {
              Metadata metadata = workload.metadata();
              return metadata.uid().map(uid -> Regarded.deployment(metadata, uid));
            });
  }

  private static String text(ObjectKey key) {
    return key.namespace() + "/" + key.name();
  }
}
