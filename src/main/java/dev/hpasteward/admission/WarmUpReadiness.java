package dev.hpasteward.admission;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready before reviews are answered as fast as ever. */
@Readiness
@Singleton
class WarmUpReadiness implements HealthCheck {

  private final WarmUp warmUp;

  WarmUpReadiness(WarmUp warmUp) {
    this.warmUp = warmUp;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("warm-up").status(warmUp.done()).build();
  }
}
