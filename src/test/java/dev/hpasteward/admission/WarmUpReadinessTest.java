package dev.hpasteward.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.source.PolicySource;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.HttpsServerStart;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import java.time.Duration;
import java.time.InstantSource;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WarmUpReadinessTest {

  /** Nobody answers there: what can't be warmed up must not keep anybody from being ready. */
  private static final int NOBODY = 1;

  private final Vertx vertx = Vertx.vertx();
  private final WarmUp warmUp = new WarmUp(PolicySource::embedded, InstantSource.system(), vertx);
  private final WarmUpReadiness readiness = new WarmUpReadiness(warmUp);

  @AfterEach
  void end() {
    vertx.close();
  }

  @Test
  void aProcessIsReadyOnceItHasWarmedUpAndNotBefore() {
    assertThat(readiness.call().getStatus()).isEqualTo(Status.DOWN);

    warmUp.begin(new StartupEvent());
    warmUp.listening(
        new HttpsServerStart(new HttpServerOptions().setHost("127.0.0.1").setPort(NOBODY)));

    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> readiness.call().getStatus() == Status.UP);
  }
}
