package dev.hpasteward.cluster.reconcile;

import dev.hpasteward.admission.PolicyInForce;
import dev.hpasteward.cluster.Ticks;
import dev.hpasteward.cluster.leadership.LeaseLeadership;
import dev.hpasteward.cluster.state.ClusterState;
import dev.hpasteward.cluster.watch.WatchClient;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The reconciler at work, from the program's start to its end; only the leader's writes. */
@ApplicationScoped
public class Reconciliation {

  /** Writes under way at most. */
  private static final int WORKERS = 4;

  /** In case that a change was missed: costs no write where all is right. */
  private static final Duration LOOK_AT_ALL_EVERY = Duration.ofMinutes(10);

  /** Two for each of ten thousand HPAs that are generated at once; about 10 MB. */
  private static final int MOST_EVENTS_WAITING = 20_000;

  private static final Logger LOG = Logger.getLogger(Reconciliation.class);

  private final PolicyInForce policies;
  private final LeaseLeadership leadership;
  private final MeterRegistry registry;
  private final InstantSource clock;
  private final InstantSource ticks = new Ticks();
  private final List<Thread> workers = new ArrayList<>();
  private final ExecutorService events =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(MOST_EVENTS_WAITING),
          Reconciliation::eventThread);
  private @Nullable Running running;
  private boolean writing;
  private String policySeen = "";
  private boolean tolerancesSeen;
  private Instant lookedAtAll = Instant.EPOCH;

  private record Running(
      Reconciler reconciler,
      WatchClient connection,
      BooleanSupplier mayWrite,
      BooleanSupplier tolerancesKept) {}

  Reconciliation(
      PolicyInForce policies,
      LeaseLeadership leadership,
      MeterRegistry registry,
      InstantSource clock) {
    this.policies = policies;
    this.leadership = leadership;
    this.registry = registry;
    this.clock = clock;
  }

  /**
   * Starts it.
   *
   * @param client its API server is written to, on a connection apart
   * @param state what is known
   * @param autoscalersKnown whether all that scales Deployments is known
   * @param tolerancesKept whether the API server keeps tolerances
   */
  public synchronized void start(
      KubernetesClient client,
      ClusterState state,
      BooleanSupplier autoscalersKnown,
      BooleanSupplier tolerancesKept) {
    WatchClient connection = WatchClient.like(client);
    WorkQueue queue = new WorkQueue();
    Backoff backoff = new Backoff(() -> ThreadLocalRandom.current().nextDouble());
    BooleanSupplier mayWrite =
        () -> leadership.holds() && autoscalersKnown.getAsBoolean() && policies.chosen();
    Reconciler reconciler =
        new Reconciler(
            state,
            policies,
            tolerancesKept,
            mayWrite,
            new AutoscalerWrites(connection.client()),
            new EventLog(connection.client(), instance(), events),
            clock,
            ticks,
            queue,
            backoff,
            new Contest(() -> ThreadLocalRandom.current().nextDouble()),
            new ReconcileMetrics(registry, queue, backoff));
    Triggers.connect(state, key -> queue.add(key, ticks.instant()));
    running = new Running(reconciler, connection, mayWrite, tolerancesKept);
    for (int i = 1; i <= WORKERS; i++) {
      Thread worker = new Thread(reconciler::work, "reconciler-" + i);
      worker.setDaemon(true);
      workers.add(worker);
      worker.start();
    }
  }

  /** What concerns all Deployments at once. */
  @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
  synchronized void look() {
    Running now = running;
    if (now == null) {
      return;
    }
    boolean may = now.mayWrite().getAsBoolean();
    boolean begins = may && !writing;
    writing = may;
    if (!may) {
      return;
    }
    String policy = policies.get().version();
    boolean tolerances = now.tolerancesKept().getAsBoolean();
    boolean changed = !policy.equals(policySeen) || tolerances != tolerancesSeen;
    boolean due = !ticks.instant().isBefore(lookedAtAll.plus(LOOK_AT_ALL_EVERY));
    if (begins || changed || due || now.reconciler().hasSkipped()) {
      if (begins || changed) {
        LOG.infof("keeping HPAs as policy %s has them", policy);
      }
      policySeen = policy;
      tolerancesSeen = tolerances;
      lookedAtAll = ticks.instant();
      now.reconciler().lookAtAll();
    }
  }

  public synchronized void stop() {
    workers.forEach(Thread::interrupt);
    events.shutdownNow();
    if (running != null) {
      running.connection().close();
      running = null;
    }
  }

  private static Thread eventThread(Runnable task) {
    Thread thread = new Thread(task, "events");
    thread.setDaemon(true);
    return thread;
  }

  private static String instance() {
    String host = System.getenv("HOSTNAME");
    return host == null || host.isEmpty() ? "hpa-steward" : host;
  }
}
