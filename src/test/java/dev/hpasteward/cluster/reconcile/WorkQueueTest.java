package dev.hpasteward.cluster.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.cluster.reconcile.WorkQueue.Work;
import dev.hpasteward.cluster.state.ObjectKey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Who gets which Deployment, and when. */
class WorkQueueTest {

  private static final ObjectKey A = new ObjectKey("media", "a");
  private static final ObjectKey B = new ObjectKey("media", "b");
  private static final Instant T0 = Instant.parse("2026-01-01T12:00:00Z");

  private final WorkQueue queue = new WorkQueue();

  @Test
  void anEmptyQueueHasNothing() {
    assertThat(queue.poll(T0)).isEmpty();
    assertThat(queue.size()).isZero();
    assertThat(queue.waiting()).isZero();
  }

  @Test
  void whatIsAddedTwiceComesOutOnceAndKeepsItsPlaceAndTime() {
    queue.add(A, T0);
    queue.add(B, after(1));
    queue.add(A, after(2));

    assertThat(queue.size()).isEqualTo(2);
    assertThat(queue.poll(after(3))).contains(new Work(A, T0));
    assertThat(queue.poll(after(3))).contains(new Work(B, after(1)));
    assertThat(queue.poll(after(3))).isEmpty();
  }

  @Test
  void whatIsBeingWorkedOnIsNotGivenToAnother() {
    queue.add(A, T0);
    queue.poll(T0);

    queue.add(A, after(1));

    assertThat(queue.poll(after(2))).isEmpty();
    assertThat(queue.size()).isEqualTo(1);
  }

  @Test
  void aChangeMeanwhileBringsItBackOnce() {
    queue.add(A, T0);
    queue.poll(T0);
    queue.add(A, after(1));
    queue.add(A, after(2));

    queue.done(A);

    assertThat(queue.poll(after(3))).contains(new Work(A, after(1)));
    queue.done(A);
    assertThat(queue.poll(after(4))).isEmpty();
    assertThat(queue.size()).isZero();
  }

  @Test
  void withoutAChangeItDoesNotComeBack() {
    queue.add(A, T0);
    queue.poll(T0);

    queue.done(A);

    assertThat(queue.poll(after(1))).isEmpty();
  }

  @Test
  void whatHasATimeWaitsForIt() {
    queue.addAt(A, after(5));

    assertThat(queue.waiting()).isEqualTo(1);
    assertThat(queue.poll(after(4))).isEmpty();
    assertThat(queue.poll(after(5))).contains(new Work(A, after(5)));
    assertThat(queue.waiting()).isZero();
  }

  @Test
  void ofSeveralTimesTheEarliestHolds() {
    queue.addAt(A, after(5));
    queue.addAt(A, after(3));
    queue.addAt(A, after(9));

    assertThat(queue.waiting()).isEqualTo(1);
    assertThat(queue.poll(after(3))).contains(new Work(A, after(3)));
    queue.done(A);
    assertThat(queue.poll(after(10))).isEmpty();
  }

  @Test
  void nowIsEarlierThanAnyTime() {
    queue.addAt(A, after(5));
    queue.add(A, T0);

    assertThat(queue.poll(T0)).contains(new Work(A, T0));
    queue.done(A);
    assertThat(queue.waiting()).isZero();
    assertThat(queue.poll(after(6))).isEmpty();
  }

  @Test
  void aTimeForWhatIsReadyAnywayIsForgotten() {
    queue.add(A, T0);
    queue.addAt(A, after(5));

    assertThat(queue.waiting()).isZero();
  }

  @Test
  void aWorkerMaySayWhenToLookAgain() {
    queue.add(A, T0);
    queue.poll(T0);
    queue.addAt(A, after(5));
    queue.done(A);

    assertThat(queue.poll(after(4))).isEmpty();
    assertThat(queue.poll(after(5))).contains(new Work(A, after(5)));
  }

  @Test
  void aTimeThatComesDuringTheWorkBringsItBackAfterwards() {
    queue.add(A, T0);
    queue.poll(T0);
    queue.addAt(A, after(1));

    assertThat(queue.poll(after(2))).isEmpty();
    queue.done(A);
    assertThat(queue.poll(after(3))).contains(new Work(A, after(2)));
  }

  @Test
  void twoWithTheSameTimeBothCome() {
    queue.addAt(A, after(1));
    queue.addAt(B, after(1));

    assertThat(List.of(queue.poll(after(1)).orElseThrow(), queue.poll(after(1)).orElseThrow()))
        .extracting(Work::key)
        .containsExactly(A, B);
  }

  @Test
  void whoWaitsGetsWhatComes() throws Exception {
    CompletableFuture<Work> taken =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return queue.take(InstantSource.fixed(T0));
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });

    queue.add(A, T0);

    assertThat(taken.get(20, TimeUnit.SECONDS)).isEqualTo(new Work(A, T0));
  }

  /** Each step adds one, adds one for later, takes one, or ends the work on one. */
  @Property(tries = 300)
  void nothingIsLostAndNothingIsGivenTwice(
      @ForAll @Size(max = 60) List<@IntRange(max = 15) Integer> steps) {
    WorkQueue any = new WorkQueue();
    Map<ObjectKey, Instant> owed = new HashMap<>();
    Map<ObjectKey, Work> running = new HashMap<>();
    Instant now = T0;
    for (int step : steps) {
      now = now.plusSeconds(1);
      ObjectKey key = new ObjectKey("n", String.valueOf(step % 4));
      switch (step / 4) {
        case 0 -> {
          any.add(key, now);
          owed.merge(key, now, WorkQueueTest::earlier);
        }
        case 1 -> {
          any.addAt(key, now.plusSeconds(3));
          owed.merge(key, now.plusSeconds(3), WorkQueueTest::earlier);
        }
        case 2 -> {
          Optional<Work> work = any.poll(now);
          work.ifPresent(
              given -> {
                assertThat(running.put(given.key(), given)).isNull();
                assertThat(owed.remove(given.key())).isNotNull();
              });
          if (work.isEmpty()) {
            Instant until = now;
            assertThat(owed)
                .allSatisfy(
                    (other, at) ->
                        assertThat(at.isAfter(until) || running.containsKey(other)).isTrue());
          }
        }
        default -> {
          if (running.remove(key) != null) {
            any.done(key);
          }
        }
      }
    }
    running.keySet().forEach(any::done);
    Instant end = now.plusSeconds(10);
    for (int left = owed.size(); left > 0; left--) {
      assertThat(owed.remove(any.poll(end).orElseThrow().key())).isNotNull();
    }
    assertThat(any.poll(end)).isEmpty();
    assertThat(any.waiting()).isZero();
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Instant after(int seconds) {
    return T0.plusSeconds(seconds);
  }
}
