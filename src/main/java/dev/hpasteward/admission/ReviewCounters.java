package dev.hpasteward.admission;

import dev.hpasteward.model.Surroundings.Target;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/** Counts what the webhook was asked and what it said. */
@ApplicationScoped
class ReviewCounters {

  private final MeterRegistry registry;

  ReviewCounters(MeterRegistry registry) {
    this.registry = registry;
  }

  /** An answer of one of the two webhooks; the verdict is the answer's or fault's name. */
  void answered(String webhook, String verdict) {
    registry.counter("hpa_steward_reviews", "webhook", webhook, "verdict", verdict).increment();
  }

  /** The outcome of asking for an autoscaler's target. */
  void lookedUp(Target target) {
    String outcome = target.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    registry.counter("hpa_steward_target_lookups", "outcome", outcome).increment();
  }
}
