package dev.hpasteward.admission;

import dev.hpasteward.decision.Finding;
import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.Subject;
import dev.hpasteward.model.Surroundings;
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

  /** Something that the policy has against a write, and what followed. */
  void found(Finding finding) {
    String action =
        finding.exemption().isPresent()
            ? "exempt"
            : finding.action().name().toLowerCase(Locale.ROOT);
    registry
        .counter("hpa_steward_findings", "rule", finding.rule().id(), "action", action)
        .increment();
  }

  /** Whether an autoscaler's target was known. */
  void lookedUp(Subject subject, Surroundings surroundings) {
    if (subject instanceof Autoscaler) {
      String outcome = surroundings.target().getClass().getSimpleName().toLowerCase(Locale.ROOT);
      registry.counter("hpa_steward_target_lookups", "outcome", outcome).increment();
    }
  }
}
