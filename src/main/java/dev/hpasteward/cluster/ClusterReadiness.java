package dev.hpasteward.cluster;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Not ready before the cluster was seen once and it is known what its API server can do. An outage
 * later changes nothing: what was seen stays.
 */
@Readiness
@ApplicationScoped
class ClusterReadiness implements HealthCheck {

  private final ClusterWatch cluster;
  private final ToleranceSupport tolerances;

  ClusterReadiness(ClusterWatch cluster, ToleranceSupport tolerances) {
    this.cluster = cluster;
    this.tolerances = tolerances;
  }

  @Override
  public HealthCheckResponse call() {
    boolean seen = !cluster.exists() || cluster.complete();
    HealthCheckResponseBuilder response =
        HealthCheckResponse.named("cluster").status(seen && tolerances.known());
    if (!seen) {
      cluster
          .watches()
          .forEach(
              watch ->
                  cluster
                      .missing(watch)
                      .ifPresent(reason -> response.withData(watch.kind().kind(), reason)));
    }
    if (!tolerances.known()) {
      response.withData("tolerances", "the API server has not said whether it keeps them");
    }
    return response.build();
  }
}
