package dev.hpasteward.cluster.leadership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ClaimTest {

  private final AtomicLong now = new AtomicLong();
  private final AtomicInteger gained = new AtomicInteger();
  private final Claim claim =
      new Claim("me", "default/hpa-steward", now::get, gained::incrementAndGet);

  @Test
  void nobodyLeadsBeforeARecordIsWritten() {
    claim.seen("me", 0);

    assertThat(claim.holds()).isFalse();
    assertThat(gained).hasValue(0);
  }

  @Test
  void aWrittenRecordMakesALeaderOnce() {
    claim.written(now.get(), 3);
    pass(1_000);
    claim.written(now.get(), 3);

    assertThat(claim.holds()).isTrue();
    assertThat(claim.transitions()).isEqualTo(3);
    assertThat(gained).hasValue(1);
  }

  @Test
  void timeAloneEndsIt() {
    claim.written(now.get(), 0);

    pass(10_000);

    assertThat(claim.holds()).isFalse();
  }

  @Test
  void anAnswerThatComesTooLateMakesNoLeader() {
    long requestedAt = now.get();
    pass(10_000);

    claim.written(requestedAt, 0);

    assertThat(claim.holds()).isFalse();
    assertThat(gained).hasValue(0);
  }

  @Test
  void whoWasLateOnceIsToldThatItLeadsAgain() {
    claim.written(now.get(), 0);
    pass(11_000);

    claim.written(now.get(), 0);

    assertThat(claim.holds()).isTrue();
    assertThat(gained).hasValue(2);
  }

  @Test
  void anotherNameInTheLeaseEndsItAtOnce() {
    claim.written(now.get(), 0);

    claim.seen("other", 1);

    assertThat(claim.holds()).isFalse();
  }

  @Test
  void aLeaseWithoutANameEndsItAtOnce() {
    claim.written(now.get(), 0);

    claim.seen(null, 0);

    assertThat(claim.holds()).isFalse();
  }

  @Test
  void aFailureChangesNothingUntilTheTimeIsOver() {
    claim.written(now.get(), 0);
    pass(9_999);

    claim.failed(new IllegalStateException("no answer"));

    assertThat(claim.holds()).isTrue();
  }

  @Test
  void whoGaveUpMayLeadAgain() {
    claim.written(now.get(), 0);
    claim.giveUp();
    assertThat(claim.holds()).isFalse();

    claim.written(now.get(), 0);

    assertThat(claim.holds()).isTrue();
    assertThat(gained).hasValue(2);
  }

  @Test
  void anAnswerAfterTheEndMakesNoLeader() {
    claim.written(now.get(), 0);
    claim.end();

    claim.written(now.get(), 0);

    assertThat(claim.holds()).isFalse();
    assertThat(gained).hasValue(1);
  }

  private void pass(long millis) {
    now.addAndGet(Duration.ofMillis(millis).toNanos());
  }
}
