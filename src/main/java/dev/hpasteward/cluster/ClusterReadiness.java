package dev.hpasteward.cluster;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Not ready before the API server has answered once, if there is one: until then nobody knows what
 * it can do. An outage later changes nothing.
 */
@Readiness
@ApplicationScoped
class ClusterReadiness implements HealthCheck {

  private final ToleranceSupport tolerances;

  ClusterReadiness(ToleranceSupport tolerances) {
    this.tolerances = tolerances;
  }

  void onStart(@Observes StartupEvent event) {
    tolerances.look();
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("cluster").status(tolerances.known()).build();
  }
}
