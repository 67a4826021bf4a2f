package dev.hpasteward.cli;

import dev.hpasteward.policy.ScalingPolicy;
import dev.hpasteward.source.PolicyReload.InForce;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Measures which policy is in force, and for how long its file or resource has been refused. */
@Singleton
class PolicyMetrics {

  private final PolicyWatch watch;
  private final MultiGauge info;
  private final CountedVersions counted;

  PolicyMetrics(PolicyWatch watch, MeterRegistry registry) {
    this.watch = watch;
    this.counted = new CountedVersions(registry);
    this.info =
        MultiGauge.builder("hpa_steward_policy_info")
            .description("1 for the policy in force")
            .register(registry);
    Gauge.builder("hpa_steward_policy_refused_since_seconds", watch, PolicyMetrics::refusedFor)
        .description(
            "Seconds for which the policy's file or resource is refused, 0 if it is in force")
        .register(registry);
  }

  void onStart(@Observes StartupEvent event) {
    show();
  }

  @Scheduled(every = "1s")
  void show() {
    ScalingPolicy policy = watch.get();
    Tags labels = Tags.of("name", policy.name(), "version", policy.version());
    info.register(List.of(Row.of(labels, 1)), true);
    counted.inForce(policy.version());
  }

  private static double refusedFor(PolicyWatch watch) {
    InForce inForce = watch.inForce();
    return inForce
        .refusal()
        .map(refusal -> (double) Duration.between(refusal.since(), Instant.now()).toSeconds())
        .orElse(0.0);
  }
}
