package dev.hpasteward.cluster.policy;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Not ready before the API server was asked once for the policy: a process that restarts must not
 * judge by another one meanwhile. A resource that is missing or refused keeps nobody from working.
 */
@Readiness
@ApplicationScoped
class PolicyResourceReadiness implements HealthCheck {

  private final PolicyResourceWatch watch;

  PolicyResourceReadiness(PolicyResourceWatch watch) {
    this.watch = watch;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("policy resource").status(watch.looked()).build();
  }
}
