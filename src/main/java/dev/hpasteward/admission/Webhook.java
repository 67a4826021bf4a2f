package dev.hpasteward.admission;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.hpasteward.decision.Decision;
import dev.hpasteward.decision.Evaluator;
import dev.hpasteward.decision.Question;
import dev.hpasteward.manifest.MalformedObject;
import dev.hpasteward.model.Subject;
import dev.hpasteward.policy.ScalingPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;

/** From a review to its answer: reads the object, asks for what it needs to know, decides. */
@ApplicationScoped
class Webhook {

  private static final Logger LOG = Logger.getLogger(Webhook.class);

  private static final Answer NOTHING_TO_SAY =
      new Answer.Allowed(JsonNodeFactory.instance.arrayNode(), List.of());

  private final PolicyInForce policy;
  private final View view;
  private final InstantSource clock;
  private final ReviewCounters counters;

  Webhook(PolicyInForce policy, View view, InstantSource clock, ReviewCounters counters) {
    this.policy = policy;
    this.view = view;
    this.clock = clock;
    this.counters = counters;
  }

  CompletionStage<Answer> validate(Review review) {
    ScalingPolicy now = policy.get();
    return answer(review, question -> judged(review, question, now));
  }

  CompletionStage<Answer> mutate(Review review) {
    ScalingPolicy now = policy.get();
    return answer(review, question -> Mutation.answer(review, question, now));
  }

  private Answer judged(Review review, Question question, ScalingPolicy policy) {
    Decision decision = Evaluator.evaluate(question, policy);
    // Else whoever compares what is there, again and again, would be counted each time.
    if (!question.unchanged()) {
      counters.found(decision, policy);
      LogLines.recorded(review, decision, policy).ifPresent(LOG::info);
    }
    Answer answer = Validation.answer(question, decision, policy);
    if (answer instanceof Answer.Denied denied) {
      LOG.info(LogLines.denied(review, denied.denial(), policy));
    }
    return answer;
  }

  private interface Decide {
    Answer decide(Question question) throws MalformedObject;
  }

  private CompletionStage<Answer> answer(Review review, Decide decide) {
    if (!review.concernsUs()) {
      return CompletableFuture.completedStage(NOTHING_TO_SAY);
    }
    Subject subject;
    Optional<Subject> before;
    try {
      subject = Subjects.read(review, review.object());
      before =
          review.oldObject().isObject()
              ? Optional.of(Subjects.read(review, review.oldObject()))
              : Optional.empty();
    } catch (MalformedObject e) {
      return CompletableFuture.completedStage(new Answer.Unreadable(e.text()));
    }
    return view.around(subject)
        .thenApply(
            surroundings -> {
              counters.lookedUp(subject, surroundings);
              try {
                return decide.decide(
                    new Question(
                        subject,
                        before,
                        review.changesNothing(),
                        surroundings,
                        review.author(),
                        clock.instant()));
              } catch (MalformedObject e) {
                return new Answer.Unreadable(e.text());
              }
            });
  }
}
