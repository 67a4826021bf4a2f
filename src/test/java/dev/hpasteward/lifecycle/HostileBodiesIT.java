package dev.hpasteward.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hpasteward.controlplane.ServedWebhook;
import io.restassured.RestAssured;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Bodies that are slow, partial, chunked or too large harm nobody but who sends them. */
class HostileBodiesIT {

  /** Five seconds, as by default, and the time to notice on a busy machine. */
  private static final Duration CUT = Duration.ofSeconds(9);

  /** Nobody is cut as soon as this, so who is answered by then has waited for no hostile body. */
  private static final Duration AT_ONCE = Duration.ofSeconds(2);

  private static final int LARGE_AT_ONCE = 4;
  private static final int MEBIBYTE = 1024 * 1024;

  private static ServedWebhook webhook;
  private static SSLContext trust;

  private final byte[] review = Reviews.denied();

  HostileBodiesIT() {}

  @BeforeAll
  static void start() {
    webhook = ServedWebhook.start().awaitReady();
    trust = Reviews.trusting(webhook.authority());
  }

  @AfterAll
  static void end() {
    webhook.program().kill();
  }

  @Test
  void whoStopsInTheMiddleIsCutAndOthersAreServedMeanwhile()
      throws IOException, InterruptedException {
    try (RawConnection partial = connect();
        RawConnection other = connect()) {
      partial.send(RawConnection.head(review.length));
      partial.send(Arrays.copyOf(review, review.length / 2));
      Instant since = Instant.now();
      while (Duration.between(since, Instant.now()).toSeconds() < 2) {
        assertServedAtOnce(other);
        Thread.sleep(200);
      }

      assertThat(partial.isClosed()).isTrue();

      assertThat(Duration.between(since, Instant.now())).isBetween(Duration.ofSeconds(4), CUT);
      assertServedAtOnce(other);
      assertThat(cut()).isPositive();
    }
  }

  @Test
  void whoSendsAByteAtATimeIsCutAndOthersAreServedMeanwhile() throws IOException {
    try (RawConnection slow = connect();
        RawConnection other = connect()) {
      slow.send(RawConnection.head(review.length));
      int[] sent = {0};
      await()
          .atMost(CUT)
          .pollInterval(Duration.ofMillis(100))
          .until(
              () -> {
                assertServedAtOnce(other);
                return !takes(slow, review[sent[0]++]);
              });
      assertThat(sent[0]).isBetween(10, review.length - 1);
      assertServedAtOnce(other);
    }
  }

  private static boolean takes(RawConnection connection, byte next) {
    try {
      connection.send(new byte[] {next});
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean takes(RawConnection connection, byte[] chunk) {
    try {
      connection.sendChunk(chunk);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void aReviewInChunksIsAnsweredWhereverItIsDividedAndOthersAreServedMeanwhile()
      throws IOException {
    try (RawConnection chunks = connect();
        RawConnection other = connect()) {
      chunks.send(RawConnection.head("Transfer-Encoding: chunked"));
      for (int from = 0; from < review.length; from += 97) {
        chunks.sendChunk(Arrays.copyOfRange(review, from, Math.min(from + 97, review.length)));
        assertServedAtOnce(other);
      }
      chunks.send("0\r\n\r\n");

      assertDenied(chunks.answer());
      assertDenied(chunks.review(review));
    }
  }

  @Test
  void whatIsTooLargeIsRefusedBeforeItIsSentAndOthersAreServedMeanwhile() throws IOException {
    try (RawConnection large = connect();
        RawConnection other = connect()) {
      large.send(RawConnection.head(7 * MEBIBYTE + 1));
      assertServedAtOnce(other);

      assertThat(large.answer().status()).isEqualTo(413);
      assertThat(large.isClosed()).isTrue();
      assertServedAtOnce(other);
    }
  }

  @Test
  void whoSendsTooMuchWithoutSayingHowMuchIsCutAndOthersAreServedMeanwhile() throws IOException {
    try (RawConnection endless = connect();
        RawConnection other = connect()) {
      endless.send(RawConnection.head("Transfer-Encoding: chunked"));
      int sent = 0;
      while (sent < 100 && takes(endless, new byte[MEBIBYTE])) {
        sent++;
        assertServedAtOnce(other);
      }

      // What was on its way when it was cut counts as sent.
      assertThat(sent).isBetween(7, 20);
      assertServedAtOnce(other);
    }
  }

  @Test
  void ofLargeBodiesFewAreReadAtOnceAndSmallOnesPassThemBy() throws IOException {
    List<RawConnection> held = new ArrayList<>();
    try (RawConnection oneMore = connect();
        RawConnection small = connect()) {
      for (int large = 0; large < LARGE_AT_ONCE; large++) {
        held.add(connect());
        held.get(large).send(RawConnection.head(1_000_000));
      }
      await().atMost(Duration.ofSeconds(4)).until(HostileBodiesIT::isFullOfLargeOnes);

      oneMore.send(RawConnection.head(1_000_000));
      assertServedAtOnce(small);

      RawConnection.Answer refused = oneMore.answer();
      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.body())
          .contains("\"status\":\"Failure\"", "too many large reviews are under way");
      assertThat(oneMore.isClosed()).isTrue();
      for (RawConnection one : held) {
        assertThat(one.isClosed()).isTrue();
      }
      try (RawConnection afterwards = connect()) {
        assertDenied(afterwards.review(Reviews.denied(7 * MEBIBYTE)));
      }
    } finally {
      for (RawConnection one : held) {
        one.close();
      }
    }
  }

  /** A quarter of a gigabyte is announced and half of it sent, to a heap that is smaller. */
  @Test
  void whoSendsHalfOfManySmallBodiesTakesNeitherAllMemoryNorTheTurnOfOthers() throws IOException {
    ServedWebhook small =
        ServedWebhook.startWith(
                Map.of("JAVA_TOOL_OPTIONS", "-XX:+UseSerialGC -Xmx68m -XX:+ExitOnOutOfMemoryError"))
            .awaitReady();
    SSLContext trusting = Reviews.trusting(small.authority());
    byte[] half = new byte[100 * 1024];
    List<RawConnection> hostile = new ArrayList<>();
    int refused = 0;
    try (RawConnection other = RawConnection.to(small.url(), trusting)) {
      for (int sent = 0; sent < 1_000; sent++) {
        RawConnection one = RawConnection.from("127.0.0.2", small.url(), trusting);
        hostile.add(one);
        refused += isRefused(one, half) ? 1 : 0;
        if (sent % 100 == 0) {
          assertServedAtOnce(other);
        }
      }
      assertThat(refused).isGreaterThan(500);
      assertServedAtOnce(other);
    } finally {
      for (RawConnection one : hostile) {
        one.close();
      }
      small.program().kill();
    }
  }

  /** Half of a body of 200 KiB is sent; who is refused is told at once. */
  private static boolean isRefused(RawConnection connection, byte[] half) throws IOException {
    try {
      connection.send(RawConnection.head(2 * half.length));
      connection.send(half);
      return connection.hasAnswer()
          && connection.answer().body().contains("too many bytes of reviews are under way");
    } catch (IOException e) {
      // Closed while it was sending what nobody reads.
      return true;
    }
  }

  /** Known from a refusal alone. */
  private static boolean isFullOfLargeOnes() throws IOException {
    try (RawConnection probe = connect()) {
      probe.send(RawConnection.head(7 * MEBIBYTE));
      probe.send(Reviews.denied(7 * MEBIBYTE));
      return probe.answer().status() == 503;
    } catch (IOException e) {
      // Cut while it was sending what nobody reads.
      return true;
    }
  }

  private static RawConnection connect() throws IOException {
    return RawConnection.to(webhook.url(), trust);
  }

  private static double cut() {
    return RestAssured.get("http://127.0.0.1:" + webhook.managementPort() + "/q/metrics")
        .asString()
        .lines()
        .filter(line -> line.startsWith("hpa_steward_requests_cut_total "))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  private void assertServedAtOnce(RawConnection other) throws IOException {
    Instant asked = Instant.now();
    assertDenied(other.review(review));
    assertThat(Duration.between(asked, Instant.now())).isLessThan(AT_ONCE);
  }

  private static void assertDenied(RawConnection.Answer answer) {
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).contains("\"allowed\":false", "cpu-target: ");
  }
}
