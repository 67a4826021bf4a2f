package dev.hpasteward.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntConsumer;

/** Many runs at once. What comes out does not depend on how many threads there are. */
public final class ParallelRuns {

  private ParallelRuns() {}

  /**
   * Runs all; the first that fails ends the rest.
   *
   * @param runs what to run
   * @param run how
   * @param threads how many at once
   * @param done hears how many are over, from any thread
   * @return what came of each, in their order
   */
  public static <T, R> List<R> of(List<T> runs, Function<T, R> run, int threads, IntConsumer done) {
    ExecutorService workers = Executors.newFixedThreadPool(Math.max(1, threads));
    AtomicInteger over = new AtomicInteger();
    try {
      List<Future<R>> futures = new ArrayList<>();
      for (T one : runs) {
        futures.add(
            workers.submit(
                () -> {
                  R result = run.apply(one);
                  done.accept(over.incrementAndGet());
                  return result;
                }));
      }
      List<R> results = new ArrayList<>();
      for (Future<R> future : futures) {
        results.add(result(future));
      }
      return results;
    } finally {
      workers.shutdownNow();
    }
  }

  private static <R> R result(Future<R> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
