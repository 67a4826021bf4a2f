package dev.hpasteward.admission;

import dev.hpasteward.decision.Decision;
import dev.hpasteward.decision.Evaluator;
import dev.hpasteward.decision.Finding;
import dev.hpasteward.decision.Question;
import dev.hpasteward.manifest.MalformedObject;
import dev.hpasteward.model.Edit;
import dev.hpasteward.model.Subject;
import dev.hpasteward.model.Surroundings;
import dev.hpasteward.policy.ScalingPolicy;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.HttpsServerStart;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Answers reviews of its own before the first real one comes: a JVM that has just started takes
 * many times as long for its first hundreds, and the API server waits for no more than 3 s. They
 * are neither counted nor logged, and nothing is looked up for them.
 */
@Singleton
class WarmUp {

  private static final Logger LOG = Logger.getLogger(WarmUp.class);
  private static final List<String> REVIEWS =
      List.of("denied-autoscaler.json", "partial-autoscaler.json", "deployment.json");

  /** After so many no review takes much longer than others; as fast as ever it is only later. */
  private static final int ROUNDS = 30;

  /** A start must not wait for it on a machine that has little to give. */
  private static final Duration AT_MOST = Duration.ofSeconds(1);

  private final PolicyInForce policy;
  private final InstantSource clock;
  private final Vertx vertx;
  private volatile boolean reviewed;
  private volatile boolean asked;

  WarmUp(PolicyInForce policy, InstantSource clock, Vertx vertx) {
    this.policy = policy;
    this.clock = clock;
    this.vertx = vertx;
  }

  /** Beside the rest of the start. */
  void begin(@Observes StartupEvent event) {
    Thread thread =
        new Thread(
            () -> {
              answerReviews();
              reviewed = true;
            },
            "warm-up");
    thread.setDaemon(true);
    thread.start();
  }

  void listening(@ObservesAsync HttpsServerStart server) {
    FirstHandshake.with(vertx, server.options().getHost(), server.options().getPort())
        .onComplete(handshake -> asked = true);
  }

  /** Whether no review pays for the start. */
  boolean done() {
    return reviewed && asked;
  }

  private void answerReviews() {
    try {
      List<byte[]> reviews = REVIEWS.stream().map(WarmUp::read).toList();
      long end = System.nanoTime() + AT_MOST.toNanos();
      for (int round = 0; round < ROUNDS && System.nanoTime() < end; round++) {
        for (byte[] review : reviews) {
          answer(review, policy.get(), clock.instant());
        }
      }
    } catch (BadReview | MalformedObject | RuntimeException e) {
      LOG.warn("the first reviews will be slow: warming up failed", e);
    }
  }

  /** Both answers to a review, as they are sent. */
  static List<byte[]> answer(byte[] body, ScalingPolicy policy, Instant now)
      throws BadReview, MalformedObject {
    Review review = ReviewReader.read(body);
    Subject subject = Subjects.read(review, review.object());
    Surroundings around = Surroundings.none(true).inNamespace(Map.of());
    Question question =
        new Question(
            subject, Optional.empty(), review.changesNothing(), around, review.author(), now);
    Decision decision = Evaluator.evaluate(question, policy);
    Answer validated = Validation.answer(question, decision, policy);
    Answer mutated = Mutation.answer(review, question, decision, policy, new Unrecorded());
    return List.of(
        AnswerWriter.write(review.uid(), validated), AnswerWriter.write(review.uid(), mutated));
  }

  static byte[] read(String name) {
    try (InputStream review = WarmUp.class.getResourceAsStream("warm-up/" + name)) {
      if (review == null) {
        throw new IllegalStateException("the program lacks " + name);
      }
      return review.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Unrecorded implements Mutation.Journal {

    @Override
    public void recorded(String text) {
      // Nobody asked.
    }

    @Override
    public void changed(List<Finding> corrected, List<Edit> filledIn) {
      // Nothing is changed.
    }
  }
}
