package dev.hpasteward.cluster.watch;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.vertx.VertxHttpClientBuilder;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A client whose answers are read on a thread of its own. The client of the program reads them on
 * the threads that answer reviews, and a page of large objects would hold those up.
 */
public final class WatchClient implements AutoCloseable {

  /** Pages of the first list take long on a machine that has just started everything. */
  private static final long PATIENCE_SECONDS = 30;

  private final Vertx vertx;
  private final KubernetesClient client;

  private WatchClient(Vertx vertx, KubernetesClient client) {
    this.vertx = vertx;
    this.client = client;
  }

  /** The client; it ends with this. */
  public KubernetesClient client() {
    return client;
  }

  /** One that reaches the same API server in the same way; tokens are renewed for both. */
  public static WatchClient like(KubernetesClient original) {
    // In another thread, since Vert.x warns of a second instance that is made in one of the
    // first's.
    Vertx vertx = CompletableFuture.supplyAsync(WatchClient::vertx).join();
    return new WatchClient(
        vertx,
        new KubernetesClientBuilder()
            .withConfig(original.getConfiguration())
            .withKubernetesSerialization(original.getKubernetesSerialization())
            .withHttpClientFactory(new OnOwnThread(vertx))
            .build());
  }

  private static Vertx vertx() {
    return Vertx.vertx(
        new VertxOptions()
            .setEventLoopPoolSize(1)
            .setWorkerPoolSize(1)
            .setInternalBlockingPoolSize(1)
            .setMaxEventLoopExecuteTime(PATIENCE_SECONDS)
            .setMaxEventLoopExecuteTimeUnit(TimeUnit.SECONDS)
            .setUseDaemonThread(true));
  }

  private record OnOwnThread(Vertx vertx) implements HttpClient.Factory {
    @Override
    public HttpClient.Builder newBuilder() {
      return new VertxHttpClientBuilder<>(this, vertx);
    }
  }

  @Override
  public void close() {
    client.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
