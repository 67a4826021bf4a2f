package dev.hpasteward.cluster;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.RequestConfigBuilder;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Requests that neither block nor outlast their time; objects arrive as the raw JSON they are. */
public final class ApiRequests {

  private ApiRequests() {}

  /**
   * Tried again within the time if the connection breaks: an idle one may just have been closed.
   */
  static CompletableFuture<HttpResponse<byte[]>> get(
      KubernetesClient client, String path, Duration atMost) {
    return get(client, client.getHttpClient(), path, atMost);
  }

  /** Tried once, so that the reason of a failure is told at once and not lost to the time limit. */
  public static CompletableFuture<HttpResponse<byte[]>> getOnce(
      KubernetesClient client, String path, Duration atMost) {
    return get(client, impatient(client), path, atMost);
  }

  /** The same with a JSON body. */
  public static CompletableFuture<HttpResponse<byte[]>> postOnce(
      KubernetesClient client, String path, String json, Duration atMost) {
    HttpClient http = impatient(client);
    return send(
        http,
        http.newHttpRequestBuilder().post("application/json", json).uri(uri(client, path)),
        atMost);
  }

  private static HttpClient impatient(KubernetesClient client) {
    return client
        .getHttpClient()
        .newBuilder()
        .tag(new RequestConfigBuilder().withRequestRetryBackoffLimit(0).build())
        .build();
  }

  private static CompletableFuture<HttpResponse<byte[]>> get(
      KubernetesClient client, HttpClient http, String path, Duration atMost) {
    return send(http, http.newHttpRequestBuilder().uri(uri(client, path)), atMost);
  }

  private static CompletableFuture<HttpResponse<byte[]>> send(
      HttpClient http, HttpRequest.Builder request, Duration atMost) {
    return http.sendAsync(request.build(), byte[].class)
        .orTimeout(atMost.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static URI uri(KubernetesClient client, String path) {
    return URI.create(client.getMasterUrl().toString()).resolve(path);
  }
}
