package dev.hpasteward.cluster.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.cluster.state.ObjectKey;
import java.time.Duration;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** How long what failed waits. */
class BackoffTest {

  private static final ObjectKey A = new ObjectKey("media", "a");
  private static final ObjectKey B = new ObjectKey("media", "b");

  private final Backoff backoff = new Backoff(() -> 0);

  @Test
  void eachFailureDoublesTheWaitUpToFiveMinutes() {
    assertThat(IntStream.rangeClosed(1, 11).mapToObj(i -> backoff.failed(A).toSeconds()))
        .containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 300L, 300L);
  }

  @Test
  void chanceTakesUpToAHalf() {
    assertThat(new Backoff(() -> 0.5).failed(A)).isEqualTo(Duration.ofMillis(750));
    assertThat(new Backoff(() -> 0.9).failed(A)).isEqualTo(Duration.ofMillis(550));
  }

  @Test
  void successStartsAnew() {
    backoff.failed(A);
    backoff.failed(A);
    backoff.succeeded(A);

    assertThat(backoff.failed(A)).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void eachDeploymentIsCountedByItself() {
    backoff.failed(A);
    backoff.failed(A);

    assertThat(backoff.failed(B)).isEqualTo(Duration.ofSeconds(1));
    assertThat(backoff.failing()).isEqualTo(2);
    backoff.succeeded(A);
    assertThat(backoff.failing()).isEqualTo(1);
  }

  @Property(tries = 200)
  void howeverOftenItFailsTheWaitIsBetweenHalfASecondAndFiveMinutes(
      @ForAll @IntRange(min = 1, max = 100) int failures,
      @ForAll @DoubleRange(max = 0.99) double chance) {
    Backoff any = new Backoff(() -> chance);
    Duration last = Duration.ZERO;
    for (int i = 0; i < failures; i++) {
      last = any.failed(A);
    }
    assertThat(last).isBetween(Duration.ofMillis(500), Duration.ofMinutes(5));
  }
}
