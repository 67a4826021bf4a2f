package dev.hpasteward.cluster;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.RequestConfigBuilder;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Requests that neither block nor outlast their time; objects arrive as the raw JSON they are. */
final class ApiRequests {

  private ApiRequests() {}

  /**
   * Tried again within the time if the connection breaks: an idle one may just have been closed.
   */
  static CompletableFuture<HttpResponse<byte[]>> get(
      KubernetesClient client, String path, Duration atMost) {
    return get(client, client.getHttpClient(), path, atMost);
  }

  /** Tried once, so that the reason of a failure is told at once and not lost to the time limit. */
  static CompletableFuture<HttpResponse<byte[]>> getOnce(
      KubernetesClient client, String path, Duration atMost) {
    HttpClient impatient =
        client
            .getHttpClient()
            .newBuilder()
            .tag(new RequestConfigBuilder().withRequestRetryBackoffLimit(0).build())
            .build();
    return get(client, impatient, path, atMost);
  }

  private static CompletableFuture<HttpResponse<byte[]>> get(
      KubernetesClient client, HttpClient http, String path, Duration atMost) {
    URI uri = URI.create(client.getMasterUrl().toString()).resolve(path);
    return http.sendAsync(http.newHttpRequestBuilder().uri(uri).build(), byte[].class)
        .orTimeout(atMost.toMillis(), TimeUnit.MILLISECONDS);
  }
}
