package dev.hpasteward.cluster;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Requests that neither block nor outlast their time; objects arrive as the raw JSON they are. */
final class ApiRequests {

  private ApiRequests() {}

  static CompletableFuture<HttpResponse<byte[]>> get(
      KubernetesClient client, String path, Duration atMost) {
    URI uri = URI.create(client.getMasterUrl().toString()).resolve(path);
    var http = client.getHttpClient();
    return http.sendAsync(http.newHttpRequestBuilder().uri(uri).build(), byte[].class)
        .orTimeout(atMost.toMillis(), TimeUnit.MILLISECONDS);
  }
}
