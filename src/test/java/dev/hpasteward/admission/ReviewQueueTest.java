package dev.hpasteward.admission;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Who gets a turn, who does not, and that places are given back. */
class ReviewQueueTest {

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final List<CompletableFuture<Response>> held = new ArrayList<>();

  ReviewQueueTest() {}

  private static CompletionStage<Response> answered() {
    return CompletableFuture.completedStage(Response.ok().build());
  }

  @Test
  void theOneTooManyIsRefusedAtOnceAndTheNextAfterAnAnswerIsNot() {
    ReviewQueue queue = queue(Duration.ofMinutes(1));
    CompletableFuture<Response> first = hold(queue);
    CompletableFuture<Response> second = hold(queue);
    assertThat(underWay()).isEqualTo(2);

    assertRefused(
        status(queue.answer(1, ReviewQueueTest::answered)),
        "too many reviews are under way",
        "full");

    held.get(0).complete(Response.ok().build());
    assertThat(first).isCompleted();
    assertThat(status(queue.answer(1, ReviewQueueTest::answered)).getStatus()).isEqualTo(200);
    assertThat(second).isNotDone();
    assertThat(underWay()).isEqualTo(1);
  }

  @Test
  void whoWaitedTooLongIsRefusedAndNotJudged() {
    Supplier<CompletionStage<Response>> neverAsked =
        () -> {
          throw new AssertionError("judged though nobody waits for it");
        };

    // Less than nothing: any wait is too long.
    Response refused = status(queue(Duration.ofNanos(-1)).answer(1, neverAsked));

    assertRefused(refused, "this review waited too long for its turn", "late");
  }

  @Test
  void aPlaceIsGivenBackByAFault() {
    ReviewQueue queue = queue(Duration.ofMinutes(1));
    CompletableFuture<Response> faulty = hold(queue);
    CompletionStage<Response> thrown =
        queue.answer(
            1,
            () -> {
              throw new IllegalStateException("at once");
            });

    held.get(0).completeExceptionally(new IllegalStateException("later"));
    assertThat(faulty).isCompletedExceptionally();
    assertThat(thrown.toCompletableFuture()).isCompletedExceptionally();

    assertThat(underWay()).isZero();
  }

  @Test
  void aLargeReviewIsJudgedOnAThreadOfItsOwn() {
    List<Thread> threads = new ArrayList<>();
    Supplier<CompletionStage<Response>> noted =
        () -> {
          threads.add(Thread.currentThread());
          return answered();
        };
    ReviewQueue queue = queue(Duration.ofMinutes(1));

    assertThat(status(queue.answer(ReviewQueue.LARGE, noted)).getStatus()).isEqualTo(200);
    assertThat(status(queue.answer(ReviewQueue.LARGE + 1, noted)).getStatus()).isEqualTo(200);

    assertThat(threads.get(0)).isSameAs(Thread.currentThread());
    assertThat(threads.get(1)).isNotSameAs(Thread.currentThread());
  }

  private CompletableFuture<Response> hold(ReviewQueue queue) {
    return queue
        .answer(
            1,
            () -> {
              CompletableFuture<Response> later = new CompletableFuture<>();
              held.add(later);
              return later;
            })
        .toCompletableFuture();
  }

  private ReviewQueue queue(Duration turn) {
    return new ReviewQueue(
        new ReviewLimits(2, turn, Duration.ofMinutes(1)), new LoadMetrics(registry));
  }

  private double underWay() {
    return registry.get("hpa_steward_reviews_under_way").gauge().value();
  }

  private static Response status(CompletionStage<Response> answer) {
    return answer.toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
  }

  private void assertRefused(Response refused, String reason, String tag) {
    assertThat(refused.getStatus()).isEqualTo(503);
    assertThat(refused.getHeaderString("Retry-After")).isEqualTo("1");
    assertThat(new String((byte[]) refused.getEntity(), UTF_8))
        .contains("\"status\":\"Failure\"", reason);
    assertThat(registry.get("hpa_steward_reviews_refused").tag("reason", tag).counter().count())
        .isEqualTo(1);
  }
}
