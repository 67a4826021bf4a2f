package dev.hpasteward.admission;

import io.vertx.core.http.HttpConnection;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The connections that have carried a request, and since when each of them rests. */
final class OpenConnections {

  private static final long BUSY = Long.MAX_VALUE;

  private final Map<HttpConnection, Long> restingSince = new ConcurrentHashMap<>();

  OpenConnections() {}

  void busy(HttpConnection connection) {
    @Nullable Long before = restingSince.put(connection, BUSY);
    if (before == null) {
      connection.closeHandler(closed -> restingSince.remove(connection));
    }
  }

  void resting(HttpConnection connection) {
    restingSince.replace(connection, System.nanoTime());
  }

  /** Closes those that have rested for this long: their clients are least likely to use them. */
  void closeResting(Duration time) {
    long now = System.nanoTime();
    restingSince.forEach(
        (connection, since) -> {
          if (since != BUSY && now - since >= time.toNanos()) {
            connection.close();
          }
        });
  }
}
