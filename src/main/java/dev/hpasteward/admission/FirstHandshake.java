package dev.hpasteward.admission;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.net.OpenSSLEngineOptions;
import java.util.concurrent.TimeUnit;

/**
 * Asks this process's own server for a page that it does not have: the first TLS handshake and the
 * first request of a JVM take more than a hundred milliseconds, which then no review pays.
 */
final class FirstHandshake {

  private static final int AT_MOST_MILLIS = 1000;
  private static final int METHOD_NOT_ALLOWED = 405;

  private FirstHandshake() {}

  /**
   * Asks it.
   *
   * @param host where it listens
   * @return whether it answered as it should; completes within about a second, and never with a
   *     fault
   */
  static Future<Boolean> with(Vertx vertx, String host, int port) {
    HttpClientOptions options =
        new HttpClientOptions()
            .setSsl(true)
            // Nothing is told and nothing believed: whoever answers is this process, or no harm is
            // done.
            .setTrustAll(true)
            .setVerifyHost(false)
            .setConnectTimeout(AT_MOST_MILLIS);
    if (OpenSSLEngineOptions.isAvailable()) {
      options.setSslEngineOptions(new OpenSSLEngineOptions());
    }
    HttpClient client = vertx.createHttpClient(options);
    return Future.succeededFuture()
        .compose(now -> client.request(HttpMethod.GET, port, reached(host), "/validate"))
        .compose(request -> request.send())
        .map(response -> response.statusCode() == METHOD_NOT_ALLOWED)
        .timeout(AT_MOST_MILLIS, TimeUnit.MILLISECONDS)
        .otherwise(false)
        .onComplete(asked -> client.close());
  }

  /** Whoever listens on all addresses listens on this one. */
  private static String reached(String host) {
    return switch (host) {
      case "0.0.0.0" -> "127.0.0.1";
      case "::", "0:0:0:0:0:0:0:0" -> "::1";
      default -> host;
    };
  }
}
