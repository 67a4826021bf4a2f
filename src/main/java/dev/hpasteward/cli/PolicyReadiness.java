package dev.hpasteward.cli;

import dev.hpasteward.source.PolicyReload.InForce;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Always ready, since the last good policy stays; says which one, and why no other. */
@Readiness
@Singleton
class PolicyReadiness implements HealthCheck {

  private final PolicyWatch watch;

  PolicyReadiness(PolicyWatch watch) {
    this.watch = watch;
  }

  @Override
  public HealthCheckResponse call() {
    InForce inForce = watch.inForce();
    HealthCheckResponseBuilder response =
        HealthCheckResponse.named("policy")
            .up()
            .withData("name", inForce.policy().name())
            .withData("version", inForce.policy().version())
            .withData("since", inForce.since().toString());
    inForce
        .refusal()
        .ifPresent(
            refusal ->
                response
                    .withData("refusedSince", refusal.since().toString())
                    .withData("mistakes", refusal.mistakes().size())
                    .withData("firstMistake", refusal.mistakes().get(0).toString()));
    return response.build();
  }
}
