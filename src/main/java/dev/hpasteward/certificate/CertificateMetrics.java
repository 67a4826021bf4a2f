package dev.hpasteward.certificate;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** How long the certificate in force is still valid, as Prometheus sees it. */
@Singleton
class CertificateMetrics {
  private final PairsInForce pairs;
  private final MeterRegistry registry;
  private final InstantSource clock;

  CertificateMetrics(PairsInForce pairs, MeterRegistry registry, InstantSource clock) {
    this.pairs = pairs;
    this.registry = registry;
    this.clock = clock;
  }

  void onStart(@Observes StartupEvent event) {
    Gauge.builder("hpa_steward_certificate_expiry_seconds", this, it -> it.left(clock.instant()))
        .description("Seconds until the certificate in force expires; NaN while there is none")
        .register(registry);
  }

  /** In seconds; negative once it has expired. */
  double left(Instant now) {
    return pairs
        .current()
        .map(pair -> (double) Duration.between(now, pair.notAfter()).toSeconds())
        .orElse(Double.NaN);
  }
}
