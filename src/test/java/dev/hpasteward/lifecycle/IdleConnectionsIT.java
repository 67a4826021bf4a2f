package dev.hpasteward.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.controlplane.ServedWebhook;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Thousands of clients that connect and then say nothing, in the JVM of the image; takes a minute
 * on a busy machine.
 */
@Tag("endurance")
class IdleConnectionsIT {

  private static final int CONNECTIONS = 5_000;

  IdleConnectionsIT() {}

  @Test
  void fiveThousandIdleConnectionsHarmNobody() throws IOException {
    ServedWebhook webhook = ServedWebhook.startAsInImage("--webhook-only").awaitReady();
    SSLContext trust = Reviews.trusting(webhook.authority());
    byte[] review = Reviews.denied();
    List<RawConnection> idle = new ArrayList<>();
    try (RawConnection used = RawConnection.to(webhook.url(), trust)) {
      for (int connection = 0; connection < CONNECTIONS; connection++) {
        idle.add(RawConnection.to(webhook.url(), trust));
      }

      Instant since = Instant.now();
      for (int count = 0; count < 100; count++) {
        assertThat(used.review(review).status()).isEqualTo(200);
        try (RawConnection fresh = RawConnection.to(webhook.url(), trust)) {
          assertThat(fresh.review(review).status()).isEqualTo(200);
        }
      }

      assertThat(Duration.between(since, Instant.now())).isLessThan(Duration.ofSeconds(10));
      assertThat(idle.get(0).review(review).status()).isEqualTo(200);
      assertThat(idle.get(CONNECTIONS - 1).review(review).status()).isEqualTo(200);
    } finally {
      for (RawConnection connection : idle) {
        connection.close();
      }
      webhook.program().kill();
    }
  }
}
