package dev.hpasteward.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hpasteward.controlplane.ServedWebhook;
import io.restassured.RestAssured;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What clients see of a process that was told to end. */
class LeavingIT {

  private static final int SIGTERM = 143;

  /** What Kubernetes gives a pod by default. */
  private static final Duration GRACE = Duration.ofSeconds(30);

  private final byte[] review = Reviews.denied();
  private final ServedWebhook webhook = ServedWebhook.start();
  private final SSLContext trust = Reviews.trusting(webhook.authority());

  LeavingIT() {}

  @BeforeEach
  void itIsReady() {
    webhook.awaitReady();
    assertThat(ready()).isEqualTo(200);
  }

  @AfterEach
  void nothingIsLeft() {
    webhook.program().kill();
  }

  @Test
  void everyConnectionIsServedOnceMoreAndClosed() throws IOException {
    try (RawConnection kept = connect();
        RawConnection inFlight = connect();
        RawConnection unused = connect()) {
      assertServed(kept.review(review), false);
      assertServed(unused.review(review), false);
      inFlight.send(RawConnection.head(review.length));
      inFlight.send(Arrays.copyOf(review, 100));

      Instant told = tell();
      assertThat(ready()).isEqualTo(503);

      // Who closed what rests at once would have done so by then.
      await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
      assertServed(kept.review(review), true);
      assertThat(kept.isClosed()).isTrue();
      inFlight.send(Arrays.copyOfRange(review, 100, review.length));
      assertServed(inFlight.answer(), true);
      assertThat(inFlight.isClosed()).isTrue();
      try (RawConnection late = connect()) {
        assertServed(late.review(review), true);
        assertThat(late.isClosed()).isTrue();
      }
      assertThat(unused.isClosed()).isTrue();
      assertThat(ready()).as("still there when the unused one is closed").isEqualTo(503);
      assertThat(webhook.program().exitCode()).isEqualTo(SIGTERM);
      assertThat(Duration.between(told, Instant.now())).isLessThan(GRACE);
    }
  }

  @Test
  void aClientThatNeverEndsItsRequestDoesNotHoldItUp() throws IOException {
    try (RawConnection stalled = connect()) {
      stalled.send(RawConnection.head(review.length));
      stalled.send(Arrays.copyOf(review, 100));

      Instant told = tell();

      assertThat(webhook.program().exitCode()).isEqualTo(SIGTERM);
      assertThat(Duration.between(told, Instant.now())).isLessThan(Duration.ofSeconds(15));
      assertThat(stalled.isClosed()).isTrue();
    }
  }

  /** Readiness is the first to know. */
  private Instant tell() {
    Instant now = Instant.now();
    ProcessHandle.of(webhook.program().pid()).ifPresent(ProcessHandle::destroy);
    await()
        .atMost(Duration.ofSeconds(4))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> ready() == 503);
    return now;
  }

  private int ready() {
    return RestAssured.get("http://127.0.0.1:" + webhook.managementPort() + "/q/health/ready")
        .statusCode();
  }

  private RawConnection connect() throws IOException {
    return RawConnection.to(webhook.url(), trust);
  }

  private static void assertServed(RawConnection.Answer answer, boolean closes) {
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).contains("\"allowed\":false", "cpu-target: ");
    assertThat(answer.closes()).isEqualTo(closes);
  }
}
