package dev.hpasteward.cluster.leadership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FenceTest {

  /** The lease is 15 s; nothing is written in its last 5 s. */
  @ParameterizedTest
  @CsvSource({
    "0, true",
    "1, true",
    "9999, true",
    "10000, false",
    "10001, false",
    "15000, false",
    "86400000, false"
  })
  void itIsOpenForTenSecondsFromTheRequestOn(long millisLater, boolean open) {
    Fence fence = Fence.after(nanos(1_000_000));

    assertThat(fence.open(nanos(1_000_000 + millisLater))).isEqualTo(open);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, Long.MIN_VALUE, Long.MAX_VALUE - 5_000_000_000L, Long.MAX_VALUE})
  void aClockMayStandAnywhereAndOverflow(long requestedAt) {
    Fence fence = Fence.after(requestedAt);

    assertThat(fence.open(requestedAt)).isTrue();
    assertThat(fence.open(requestedAt + nanos(9_999))).isTrue();
    assertThat(fence.open(requestedAt + nanos(10_000))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, 1, Long.MIN_VALUE, Long.MAX_VALUE})
  void whatIsClosedIsClosedAtAnyTime(long now) {
    assertThat(Fence.CLOSED.open(now)).isFalse();
  }

  @Test
  void itClosesBeforeTheLeaseCanBeAnothers() {
    assertThat(Fence.OPEN).isEqualTo(Duration.ofSeconds(10));
    assertThat(Fence.OPEN.plus(LeaseTimes.WRITES_END)).isEqualTo(LeaseTimes.LEASE);
  }

  private static long nanos(long millis) {
    return Duration.ofMillis(millis).toNanos();
  }
}
