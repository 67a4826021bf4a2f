package dev.hpasteward.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirstHandshakeTest {

  private static final int NOBODY = 1;

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "127.0.0.1", "localhost", "::", "::1", "[::1]", "no host"})
  void whereNobodyAnswersNothingHappens(String host) throws Exception {
    Vertx vertx = Vertx.vertx();
    try {
      assertThat(
              FirstHandshake.with(vertx, host, NOBODY)
                  .toCompletionStage()
                  .toCompletableFuture()
                  .get(20, TimeUnit.SECONDS))
          .isFalse();
    } finally {
      vertx.close();
    }
  }
}
