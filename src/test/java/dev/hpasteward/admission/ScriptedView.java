package dev.hpasteward.admission;

import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.Subject;
import dev.hpasteward.model.Surroundings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;

/** A cluster as a test describes it. */
@Alternative
@ApplicationScoped
class ScriptedView implements View {

  private final ScriptedTargets targets;
  private final ScriptedFeatures features;
  private UnaryOperator<Surroundings> around = UnaryOperator.identity();

  ScriptedView(ScriptedTargets targets, ScriptedFeatures features) {
    this.targets = targets;
    this.features = features;
  }

  /** What else is there besides the target. */
  void around(UnaryOperator<Surroundings> changed) {
    around = changed;
  }

  @Override
  public CompletionStage<Surroundings> around(Subject subject) {
    Surroundings known = around.apply(Surroundings.none(features.tolerancesKept()));
    return subject instanceof Autoscaler autoscaler && autoscaler.target().isDeployment()
        ? targets
            .find(autoscaler.metadata().namespace(), autoscaler.target())
            .thenApply(known::with)
        : CompletableFuture.completedStage(known);
  }
}
