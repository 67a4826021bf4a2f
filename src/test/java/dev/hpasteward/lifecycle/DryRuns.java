package dev.hpasteward.lifecycle;

import dev.hpasteward.controlplane.ControlPlane;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.internal.SSLUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A steady load on a real API server: dry-run creates of HPAs that nothing is wrong with. Each is
 * two reviews, that of the mutation and that of the validation. None waits for another, as long as
 * not too many are under way.
 */
final class DryRuns implements AutoCloseable {

  private static final int TICK_MILLIS = 20;
  private static final int CREATED = 201;

  /** More would only wait, and each has a connection. */
  private static final int AT_ONCE = 64;

  private final HttpClient client;
  private final HttpRequest request;
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final AtomicInteger sent = new AtomicInteger();
  private final AtomicInteger created = new AtomicInteger();
  private final AtomicLong slowestNanos = new AtomicLong();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private final long start = System.nanoTime();
  private final int perSecond;

  /**
   * Starts.
   *
   * @param perSecond creates, half as many as reviews
   */
  DryRuns(ControlPlane controlPlane, String namespace, String autoscaler, int perSecond) {
    Config config = Config.fromKubeconfig(controlPlane.kubeconfig().toFile());
    try {
      this.client =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .sslContext(SSLUtils.sslContext(config))
              .build();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String path =
        "apis/autoscaling/v2/namespaces/%s/horizontalpodautoscalers?dryRun=All"
            .formatted(namespace);
    this.request =
        HttpRequest.newBuilder(URI.create(config.getMasterUrl()).resolve("/" + path))
            .header("Content-Type", "application/yaml")
            .timeout(Duration.ofSeconds(60))
            .POST(BodyPublishers.ofString(autoscaler))
            .build();
    this.perSecond = perSecond;
    ScheduledFuture<?> unused =
        clock.scheduleAtFixedRate(this::catchUp, 0, TICK_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** As many as are due by now; on a machine that is too slow for them, fewer. */
  private void catchUp() {
    long due = (System.nanoTime() - start) / 1_000_000 * perSecond / 1_000;
    while (sent.get() < due && underWay() < AT_ONCE) {
      sent.incrementAndGet();
      send();
    }
  }

  private void send() {
    long since = System.nanoTime();
    CompletableFuture<?> unused =
        client
            .sendAsync(request, BodyHandlers.ofString())
            .whenComplete(
                (response, failure) -> {
                  slowestNanos.accumulateAndGet(System.nanoTime() - since, Math::max);
                  if (failure != null) {
                    failures.add(failure.toString());
                  } else if (response.statusCode() != CREATED) {
                    failures.add(response.statusCode() + " " + response.body());
                  } else {
                    created.incrementAndGet();
                  }
                });
  }

  /** How many reviews were asked for in a second, on average. */
  double reviewsPerSecond() {
    return 2 * sent.get() / ((System.nanoTime() - start) / 1e9);
  }

  int created() {
    return created.get();
  }

  /** Every failure, in the API server's words. */
  Queue<String> failures() {
    return failures;
  }

  /** Sends no more; what was sent may yet be answered. */
  void stop() {
    clock.shutdownNow();
  }

  private int underWay() {
    return sent.get() - created.get() - failures.size();
  }

  /** Whether everything that was sent was answered. */
  boolean answered() {
    return underWay() == 0;
  }

  @Override
  public String toString() {
    double seconds = (System.nanoTime() - start) / 1e9;
    return "%d creates (%d reviews) in %.1f s, %.0f reviews/s; %d failed; the slowest took %d ms"
        .formatted(
            sent.get(),
            2 * sent.get(),
            seconds,
            reviewsPerSecond(),
            failures.size(),
            TimeUnit.NANOSECONDS.toMillis(slowestNanos.get()));
  }

  @Override
  public void close() {
    stop();
  }
}
