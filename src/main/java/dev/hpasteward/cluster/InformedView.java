package dev.hpasteward.cluster;

import dev.hpasteward.admission.View;
import dev.hpasteward.cluster.state.Neighbourhood;
import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.Subject;
import dev.hpasteward.model.Surroundings;
import dev.hpasteward.model.Surroundings.Ownership;
import dev.hpasteward.model.Surroundings.Target;
import dev.hpasteward.model.Workload;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;

/**
 * Answers from what is watched. Only a target and a namespace that were not seen are asked for,
 * since they may have been created milliseconds ago; both at once, so that one time limit holds.
 */
@ApplicationScoped
class InformedView implements View {

  private static final Logger LOG = Logger.getLogger(InformedView.class);

  private final KnownCluster cluster;
  private final TargetLookup targets;
  private final NamespaceLookup namespaces;
  private final ApiFeatures features;

  InformedView(
      KnownCluster cluster,
      TargetLookup targets,
      NamespaceLookup namespaces,
      ApiFeatures features) {
    this.cluster = cluster;
    this.targets = targets;
    this.namespaces = namespaces;
    this.features = features;
  }

  @Override
  public CompletionStage<Surroundings> around(Subject subject) {
    if (!cluster.exists()) {
      return CompletableFuture.completedStage(Surroundings.none(features.tolerancesKept()));
    }
    try {
      return target(subject)
          .thenCombine(
              namespaceLabels(subject.metadata().namespace()),
              (target, labels) -> around(subject, target, labels))
          .exceptionally(fault -> unknown(subject, fault));
    } catch (RuntimeException e) {
      return CompletableFuture.completedStage(unknown(subject, e));
    }
  }

  private CompletionStage<Target> target(Subject subject) {
    if (!(subject instanceof Autoscaler autoscaler) || !autoscaler.target().isDeployment()) {
      return CompletableFuture.completedStage(new Target.NotLookedUp());
    }
    String namespace = autoscaler.metadata().namespace();
    Optional<Workload> seen = cluster.state().workload(namespace, autoscaler.target().name());
    return seen.isPresent()
        ? CompletableFuture.completedStage(new Target.Found(seen.get()))
        : targets.find(namespace, autoscaler.target());
  }

  private CompletionStage<Optional<Map<String, String>>> namespaceLabels(String namespace) {
    Optional<Map<String, String>> seen = cluster.state().namespaceLabels(namespace);
    return seen.isPresent() ? CompletableFuture.completedStage(seen) : namespaces.labels(namespace);
  }

  private Surroundings around(
      Subject subject, Target target, Optional<Map<String, String>> namespaceLabels) {
    Surroundings known =
        Neighbourhood.of(
            subject, target, cluster.state(), features.tolerancesKept(), cluster.complete());
    return namespaceLabels.map(known::inNamespace).orElse(known);
  }

  /** A fault of ours denies nothing: what is incomplete is only warned about. */
  private Surroundings unknown(Subject subject, Throwable fault) {
    LOG.errorf(fault, "could not tell what surrounds a %s", subject.kind());
    return new Surroundings(
        new Target.Unknown(),
        features.tolerancesKept(),
        false,
        Optional.empty(),
        List.of(),
        List.of(),
        Ownership.ANYBODY);
  }
}
