package dev.hpasteward.certificate;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Not ready until there is a certificate: every handshake would fail. Ready from then on, whatever
 * happens to its source, because the last good pair stays.
 */
@Readiness
@Singleton
class CertificateReadiness implements HealthCheck {
  private final CertificateWatch watch;
  private final PairsInForce pairs;

  CertificateReadiness(CertificateWatch watch, PairsInForce pairs) {
    this.watch = watch;
    this.pairs = pairs;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder response =
        HealthCheckResponse.named("certificate").status(pairs.current().isPresent());
    pairs
        .current()
        .ifPresent(
            pair ->
                response
                    .withData("serial", pair.serial())
                    .withData("notAfter", pair.notAfter().toString()));
    watch.refusal().ifPresent(reason -> response.withData("refused", reason));
    if (pairs.current().isEmpty() && watch.refusal().isEmpty()) {
      response.withData("awaited", watch.awaited());
    }
    return response.build();
  }
}
