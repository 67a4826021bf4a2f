package dev.hpasteward.admission;

import dev.hpasteward.decision.Decision;
import dev.hpasteward.decision.Finding;
import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.Subject;
import dev.hpasteward.model.Surroundings;
import dev.hpasteward.policy.ScalingPolicy;
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

  /** What the policy has against a write. */
  void found(Decision decision, ScalingPolicy policy) {
    for (Finding finding : decision.findings()) {
      registry
          .counter(
              "hpa_steward_findings",
              "rule",
              finding.rule().id(),
              "action",
              word(finding.action()),
              "mode",
              word(decision.mode()),
              "exempt",
              Boolean.toString(finding.exemption().isPresent()),
              "policy",
              policy.version())
          .increment();
    }
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** Whether an autoscaler's target was known. */
  void lookedUp(Subject subject, Surroundings surroundings) {
    if (subject instanceof Autoscaler) {
      String outcome = surroundings.target().getClass().getSimpleName().toLowerCase(Locale.ROOT);
      registry.counter("hpa_steward_target_lookups", "outcome", outcome).increment();
    }
  }
}
