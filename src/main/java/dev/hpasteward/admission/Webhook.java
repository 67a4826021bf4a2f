package dev.hpasteward.admission;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.hpasteward.decision.Decision;
import dev.hpasteward.decision.Evaluator;
import dev.hpasteward.decision.Finding;
import dev.hpasteward.decision.Governance;
import dev.hpasteward.decision.Question;
import dev.hpasteward.manifest.MalformedObject;
import dev.hpasteward.message.Denial;
import dev.hpasteward.message.PolicyDenial;
import dev.hpasteward.model.Edit;
import dev.hpasteward.model.Subject;
import dev.hpasteward.policy.ScalingPolicy;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;

/** From a review to its answer: reads the object, asks for what it needs to know, decides. */
@Singleton
class Webhook {

  private static final Logger LOG = Logger.getLogger(Webhook.class);

  private static final Answer NOTHING_TO_SAY =
      new Answer.Allowed(JsonNodeFactory.instance.arrayNode(), List.of());

  private final PolicyMistakes mistakes;
  private final View view;
  private final InstantSource clock;
  private final ReviewCounters counters;

  Webhook(PolicyMistakes mistakes, View view, InstantSource clock, ReviewCounters counters) {
    this.mistakes = mistakes;
    this.view = view;
    this.clock = clock;
    this.counters = counters;
  }

  CompletionStage<Judgement> validate(Review review, ScalingPolicy policy) {
    if (review.bringsPolicy()) {
      return CompletableFuture.completedStage(Judgement.of(read(review)));
    }
    return answer(
        review, policy, (question, decision) -> judged(review, question, decision, policy));
  }

  CompletionStage<Judgement> mutate(Review review, ScalingPolicy policy) {
    return answer(
        review,
        policy,
        (question, decision) -> {
          CountedChanges changes = new CountedChanges(policy);
          Answer answer = Mutation.answer(review, question, decision, policy, changes);
          return judgement(answer, question, decision, changes.corrected);
        });
  }

  private Answer read(Review review) {
    List<Denial.Cause> found = mistakes.of(review.object());
    if (found.isEmpty()) {
      return NOTHING_TO_SAY;
    }
    String name = review.object().path("metadata").path("name").asText("");
    Denial denial = PolicyDenial.of(name, found);
    LOG.info(LogLines.refusedPolicy(review, denial));
    return new Answer.Denied(denial, List.of());
  }

  private static Judgement judgement(
      Answer answer, Question question, Decision decision, List<Finding> findings) {
    return new Judgement(
        answer,
        Optional.of(decision.mode()),
        findings,
        question.unchanged() || decision.governance() instanceof Governance.Ungoverned);
  }

  private Judgement judged(
      Review review, Question question, Decision decision, ScalingPolicy policy) {
    // Else whoever compares what is there, again and again, would be counted each time.
    if (!question.unchanged()) {
      counters.found(decision, policy);
      LogLines.recorded(review, decision, policy).ifPresent(LOG::info);
    }
    Answer answer = Validation.answer(question, decision, policy);
    if (answer instanceof Answer.Denied denied) {
      LOG.info(LogLines.denied(review, denied.denial(), policy));
    }
    return judgement(answer, question, decision, decision.findings());
  }

  private final class CountedChanges implements Mutation.Journal {

    private final ScalingPolicy policy;
    private List<Finding> corrected = List.of();

    private CountedChanges(ScalingPolicy policy) {
      this.policy = policy;
    }

    @Override
    public void recorded(String text) {
      LOG.info(text);
    }

    @Override
    public void changed(List<Finding> corrected, List<Edit> filledIn) {
      this.corrected = corrected;
      counters.changed(corrected, filledIn, policy);
    }
  }

  private interface Decide {
    Judgement decide(Question question, Decision decision) throws MalformedObject;
  }

  private CompletionStage<Judgement> answer(Review review, ScalingPolicy policy, Decide decide) {
    if (!review.concernsUs()) {
      return CompletableFuture.completedStage(Judgement.foreign(NOTHING_TO_SAY));
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
      return CompletableFuture.completedStage(Judgement.of(new Answer.Unreadable(e.text())));
    }
    return view.around(subject)
        .thenApply(
            surroundings -> {
              counters.lookedUp(subject, surroundings, policy);
              try {
                Question question =
                    new Question(
                        subject,
                        before,
                        review.changesNothing(),
                        surroundings,
                        review.author(),
                        clock.instant());
                return decide.decide(question, Evaluator.evaluate(question, policy));
              } catch (MalformedObject e) {
                return Judgement.of(new Answer.Unreadable(e.text()));
              }
            });
  }
}
