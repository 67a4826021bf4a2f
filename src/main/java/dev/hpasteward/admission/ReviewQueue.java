package dev.hpasteward.admission;

import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Gives each review its turn, or refuses it at once.
 *
 * <p>An event loop first reads what its connections have sent, which is cheap, and then spends as
 * much time on the reviews that this queued. So a load that is too much is seen and refused, where
 * it would otherwise wait unread until its clients give up. A large review would hold up its event
 * loop's others, and gets a thread of its own.
 */
@Singleton
class ReviewQueue {

  /** In bytes; parsing takes about a millisecond. Objects that people write are smaller. */
  static final int LARGE = 256 * 1024;

  private final int concurrent;
  private final long turn;
  private final LoadMetrics metrics;
  private final AtomicInteger underWay = new AtomicInteger();

  ReviewQueue(ReviewLimits limits, LoadMetrics metrics) {
    this.concurrent = limits.concurrent();
    this.turn = limits.turn().toNanos();
    this.metrics = metrics;
    metrics.underWay(underWay::get);
  }

  /**
   * Answers in turn.
   *
   * @param size of the review in bytes
   * @param review how to answer it
   */
  CompletionStage<Response> answer(int size, Supplier<CompletionStage<Response>> review) {
    if (underWay.incrementAndGet() > concurrent) {
      underWay.decrementAndGet();
      return CompletableFuture.completedStage(refused(Refusal.FULL));
    }
    long since = System.nanoTime();
    CompletableFuture<Response> answer = new CompletableFuture<>();
    Executor executor = size > LARGE ? Infrastructure.getDefaultWorkerPool() : nextRound();
    executor.execute(() -> answer(since, review, answer));
    return answer;
  }

  private void answer(
      long since, Supplier<CompletionStage<Response>> review, CompletableFuture<Response> answer) {
    try {
      CompletionStage<Response> judged =
          System.nanoTime() - since > turn
              ? CompletableFuture.completedStage(refused(Refusal.LATE))
              : review.get();
      judged.whenComplete((response, fault) -> end(response, fault, answer));
    } catch (RuntimeException | Error e) {
      end(null, e, answer);
    }
  }

  private void end(
      @Nullable Response response, @Nullable Throwable fault, CompletableFuture<Response> answer) {
    underWay.decrementAndGet();
    if (fault != null) {
      answer.completeExceptionally(fault);
    } else {
      answer.complete(response);
    }
  }

  /** After everything that the event loop has to read now. */
  private static Executor nextRound() {
    Context context = Vertx.currentContext();
    return context == null ? Runnable::run : task -> context.runOnContext(round -> task.run());
  }

  private Response refused(Refusal refusal) {
    metrics.refused(refusal);
    return Response.status(Refusal.status())
        .header(HttpHeaders.RETRY_AFTER, Refusal.SECONDS_UNTIL_NEXT)
        .entity(refusal.body())
        .build();
  }
}
