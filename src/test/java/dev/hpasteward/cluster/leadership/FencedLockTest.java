package dev.hpasteward.cluster.leadership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.extended.leaderelection.resourcelock.LeaderElectionRecord;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FencedLockTest {

  private static final ZonedDateTime LONG_AGO =
      ZonedDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

  private final AtomicLong now = new AtomicLong();
  private final Claim claim = new Claim("me", "default/hpa-steward", now::get, () -> {});
  private final ScriptedLock store = new ScriptedLock("me");
  private final FencedLock lock = new FencedLock(store, claim, now::get);
  // Never asked for anything.
  private final KubernetesClient client = new KubernetesClientBuilder().build();

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void theFenceCountsFromBeforeTheRequestAndNotFromItsAnswer() {
    store.during(() -> pass(9_000));
    lock.create(client, record("me"));
    assertThat(claim.holds()).isTrue();

    pass(1_000);

    assertThat(claim.holds()).isFalse();
  }

  @Test
  void aReleaseClosesTheFenceBeforeItIsSent() {
    lock.create(client, record("me"));
    store.during(() -> assertThat(claim.holds()).isFalse());

    lock.update(client, record(null));

    assertThat(store.said(client).getHolderIdentity()).isNull();
  }

  @Test
  void anotherNameInTheLeaseClosesTheFence() {
    lock.create(client, record("me"));
    store.say(record("other"));

    assertThat(lock.get(client).getHolderIdentity()).isEqualTo("other");
    assertThat(claim.holds()).isFalse();
  }

  @Test
  void aDeletedLeaseClosesTheFence() {
    lock.create(client, record("me"));
    store.say(null);

    assertThat(lock.get(client)).isNull();
    assertThat(claim.holds()).isFalse();
  }

  @Test
  void aLeaseOfLongAgoIsNotOverBeforeItWasSeenForItsWholeLength() {
    store.say(record("other"));
    ZonedDateTime start = ZonedDateTime.now(ZoneOffset.UTC);
    assertThat(lock.get(client).getRenewTime()).isAfterOrEqualTo(start);

    pass(16_000);

    assertThat(lock.get(client).getRenewTime()).isBefore(start.minusSeconds(15));
  }

  @Test
  void whateverFailsLeavesAsTheFaultAfterWhichTheElectorTriesAgain() {
    store.during(
        () -> {
          throw new IllegalArgumentException("odd");
        });

    assertThatThrownBy(() -> lock.get(client))
        .isInstanceOf(KubernetesClientException.class)
        .hasMessage("java.lang.IllegalArgumentException: odd");
    assertThatThrownBy(() -> lock.update(client, record("me")))
        .isInstanceOf(KubernetesClientException.class);
    assertThat(claim.holds()).isFalse();
  }

  @SuppressWarnings("NullAway") // null names nobody
  private static LeaderElectionRecord record(@Nullable String holder) {
    return new LeaderElectionRecord(holder, Duration.ofSeconds(15), LONG_AGO, LONG_AGO, 2);
  }

  private void pass(long millis) {
    now.addAndGet(Duration.ofMillis(millis).toNanos());
  }
}
