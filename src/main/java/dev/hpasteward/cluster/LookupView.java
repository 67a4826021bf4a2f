package dev.hpasteward.cluster;

import dev.hpasteward.admission.View;
import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.Subject;
import dev.hpasteward.model.Surroundings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Looks at the cluster only when asked: one GET for an autoscaler's target. */
@ApplicationScoped
class LookupView implements View {

  private final DeploymentLookup deployments;
  private final ToleranceSupport tolerances;

  LookupView(DeploymentLookup deployments, ToleranceSupport tolerances) {
    this.deployments = deployments;
    this.tolerances = tolerances;
  }

  @Override
  public CompletionStage<Surroundings> around(Subject subject) {
    Surroundings nothing = Surroundings.none(tolerances.tolerancesKept());
    if (subject instanceof Autoscaler autoscaler && autoscaler.target().isDeployment()) {
      return deployments
          .find(autoscaler.metadata().namespace(), autoscaler.target())
          .thenApply(nothing::with);
    }
    return CompletableFuture.completedStage(nothing);
  }
}
