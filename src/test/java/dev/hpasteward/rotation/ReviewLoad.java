package dev.hpasteward.rotation;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * HPAs that are created under dry run at a steady rate: each is one review for the mutating and one
 * for the validating webhook. Nothing is stored and nothing is tried again.
 */
public final class ReviewLoad implements AutoCloseable {

  private static final int REVIEWS_EACH = 2;
  private static final long TICK_MILLIS = 20;

  /** A machine that can't keep up gets no more than it can answer; the summary tells the rate. */
  private static final int UNDER_WAY = 100;

  private static final String AUTOSCALER =
      """
      {"apiVersion": "autoscaling/v2", "kind": "HorizontalPodAutoscaler", "metadata": {"name": "web"},
       "spec": {"maxReplicas": 3,
                "scaleTargetRef": {"apiVersion": "apps/v1", "kind": "Deployment", "name": "web"}}}
      """;

  private final KubernetesClient client;
  private final URI uri;
  private final double perTick;
  private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor();
  private final AtomicInteger sent = new AtomicInteger();
  private final AtomicInteger answered = new AtomicInteger();
  private final AtomicLong slowestNanos = new AtomicLong();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private final long start = System.nanoTime();
  private double owed;

  private ReviewLoad(KubernetesClient client, URI uri, double perTick) {
    this.client = client;
    this.uri = uri;
    this.perTick = perTick;
  }

  /** Starts it, in this namespace. */
  public static ReviewLoad start(Path kubeconfig, String namespace, int reviewsPerSecond) {
    Config config = Config.fromKubeconfig(kubeconfig.toFile());
    config.setRequestRetryBackoffLimit(0);
    KubernetesClient client = new KubernetesClientBuilder().withConfig(config).build();
    URI uri =
        URI.create(client.getMasterUrl().toString())
            .resolve(
                "/apis/autoscaling/v2/namespaces/%s/horizontalpodautoscalers?dryRun=All"
                    .formatted(namespace));
    ReviewLoad load =
        new ReviewLoad(client, uri, reviewsPerSecond / (double) REVIEWS_EACH * TICK_MILLIS / 1000);
    var unused = load.pace.scheduleAtFixedRate(load::tick, 0, TICK_MILLIS, TimeUnit.MILLISECONDS);
    return load;
  }

  private void tick() {
    owed += perTick;
    while (owed >= 1) {
      owed--;
      if (sent.get() - answered.get() < UNDER_WAY) {
        send();
      }
    }
  }

  private void send() {
    HttpClient http = client.getHttpClient();
    HttpRequest request =
        http.newHttpRequestBuilder().uri(uri).post("application/json", AUTOSCALER).build();
    sent.incrementAndGet();
    long from = System.nanoTime();
    var unused =
        http.sendAsync(request, byte[].class)
            .whenComplete((response, fault) -> done(response, fault, from));
  }

  private void done(@Nullable HttpResponse<byte[]> response, @Nullable Throwable fault, long from) {
    slowestNanos.accumulateAndGet(System.nanoTime() - from, Math::max);
    if (response == null) {
      failures.add(String.valueOf(fault));
    } else if (response.code() != 201) {
      failures.add(new String(response.body(), StandardCharsets.UTF_8));
    }
    answered.incrementAndGet();
  }

  /** How many reviews the answers so far took. */
  public int reviews() {
    return answered.get() * REVIEWS_EACH;
  }

  /** In words: how many reviews, at which rate, and the slowest write. */
  public String summary() {
    double seconds = (System.nanoTime() - start) / 1e9;
    return "%d reviews in %.0f s (%.0f/s), slowest write %d ms"
        .formatted(
            reviews(),
            seconds,
            reviews() / seconds,
            Duration.ofNanos(slowestNanos.get()).toMillis());
  }

  /** How many came back each second so far. */
  double reviewsPerSecond() {
    return reviews() / ((System.nanoTime() - start) / 1e9);
  }

  /** Sends no more, waits for what is under way, and gives what was not answered with 201. */
  public Queue<String> end() {
    pace.shutdownNow();
    Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> answered.get() == sent.get());
    return failures;
  }

  @Override
  public void close() {
    pace.shutdownNow();
    client.close();
  }
}
