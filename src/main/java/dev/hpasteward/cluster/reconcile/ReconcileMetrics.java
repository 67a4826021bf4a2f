package dev.hpasteward.cluster.reconcile;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;

/** What the reconciler does, in figures. */
final class ReconcileMetrics {

  private final MeterRegistry registry;
  private final Timer latency;

  ReconcileMetrics(MeterRegistry registry, WorkQueue queue, Backoff backoff) {
    this.registry = registry;
    this.latency =
        Timer.builder("hpa_steward_reconcile_latency")
            .description("From the moment that a Deployment needs a look until it had one")
            .publishPercentiles(0.5, 0.99)
            .register(registry);
    Gauge.builder("hpa_steward_reconcile_queue", queue, WorkQueue::size)
        .description("Deployments that are to be looked at now")
        .register(registry);
    Gauge.builder("hpa_steward_reconcile_waiting", queue, WorkQueue::waiting)
        .description("Deployments that are to be looked at later")
        .register(registry);
    Gauge.builder("hpa_steward_reconcile_failing", backoff, Backoff::failing)
        .description("Deployments whose HPA could not be written and is tried again")
        .register(registry);
  }

  void looked(Duration since) {
    latency.record(since);
  }

  /** A write: why, and what came of it. */
  void wrote(String occasion, Outcome outcome) {
    Counter.builder("hpa_steward_autoscaler_writes")
        .description("Writes of HPAs that we keep")
        .tag("occasion", occasion)
        .tag("outcome", outcome.word())
        .register(registry)
        .increment();
  }

  /** What came of a write. */
  enum Outcome {
    WRITTEN,
    /** Somebody else wrote meanwhile. */
    CONFLICT,
    /** The API server, a quota or another webhook said no. */
    REFUSED,
    /** No answer. */
    UNREACHABLE,
    /** Put off, since somebody undoes it again and again. */
    CONTESTED;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
