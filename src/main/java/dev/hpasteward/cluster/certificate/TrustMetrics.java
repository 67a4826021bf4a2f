package dev.hpasteward.cluster.certificate;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Whether an old authority is still trusted, as Prometheus sees it; only where a Secret is kept.
 */
@Singleton
class TrustMetrics {

  private final CertificateObjects objects;
  private final MeterRegistry registry;

  TrustMetrics(CertificateObjects objects, MeterRegistry registry) {
    this.objects = objects;
    this.registry = registry;
  }

  void onStart(@Observes StartupEvent event) {
    if (objects.name().isPresent()) {
      Gauge.builder("hpa_steward_previous_authorities", this, TrustMetrics::previous)
          .description("Old certificate authorities that are still trusted; NaN if not known")
          .register(registry);
    }
  }

  private double previous() {
    return objects
        .secret()
        .map(secret -> (double) secret.held().previous().size())
        .orElse(Double.NaN);
  }
}
