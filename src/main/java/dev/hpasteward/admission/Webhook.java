package dev.hpasteward.admission;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.hpasteward.manifest.MalformedObject;
import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.StewardKeys;
import dev.hpasteward.model.Subject;
import dev.hpasteward.model.Surroundings;
import dev.hpasteward.model.Surroundings.Target;
import dev.hpasteward.policy.ScalingPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** From a review to its answer: reads the object, asks for what it needs to know, decides. */
@ApplicationScoped
class Webhook {

  private static final Answer NOTHING_TO_SAY =
      new Answer.Allowed(JsonNodeFactory.instance.arrayNode(), List.of());

  private final PolicyInForce policy;
  private final Targets targets;
  private final ClusterFeatures features;
  private final ReviewCounters counters;

  Webhook(
      PolicyInForce policy, Targets targets, ClusterFeatures features, ReviewCounters counters) {
    this.policy = policy;
    this.targets = targets;
    this.features = features;
    this.counters = counters;
  }

  CompletionStage<Answer> validate(Review review) {
    ScalingPolicy now = policy.get();
    return answer(
        review, true, (subject, surroundings) -> Validation.answer(subject, surroundings, now));
  }

  CompletionStage<Answer> mutate(Review review) {
    ScalingPolicy now = policy.get();
    return answer(
        review,
        false,
        (subject, surroundings) -> Mutation.answer(review, subject, surroundings, now));
  }

  private interface Decide {
    Answer decide(Subject subject, Surroundings surroundings) throws MalformedObject;
  }

  private CompletionStage<Answer> answer(Review review, boolean askAlways, Decide decide) {
    if (!review.concernsUs()) {
      return CompletableFuture.completedStage(NOTHING_TO_SAY);
    }
    Subject subject;
    try {
      subject = Subjects.read(review, review.object());
    } catch (MalformedObject e) {
      return CompletableFuture.completedStage(new Answer.Unreadable(e.text()));
    }
    return target(subject, askAlways)
        .thenApply(
            target -> {
              try {
                return decide.decide(subject, new Surroundings(target, features.tolerancesKept()));
              } catch (MalformedObject e) {
                return new Answer.Unreadable(e.text());
              }
            });
  }

  private CompletionStage<Target> target(Subject subject, boolean askAlways) {
    boolean labelled = subject.metadata().label(StewardKeys.SERVICE_TYPE).isPresent();
    if (!(subject instanceof Autoscaler autoscaler)
        || !autoscaler.target().isDeployment()
        || (labelled && !askAlways)) {
      return CompletableFuture.completedStage(new Target.NotLookedUp());
    }
    return targets
        .find(autoscaler.metadata().namespace(), autoscaler.target())
        .thenApply(
            target -> {
              counters.lookedUp(target);
              return target;
            });
  }
}
