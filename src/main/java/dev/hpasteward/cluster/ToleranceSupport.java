package dev.hpasteward.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Whether the API server keeps {@code behavior.*.tolerance}: one that does not know the field, or
 * has the feature switched off, drops it without a word. The schema that it publishes tells the
 * first only, so an HPA with the field is sent as a dry run, which stores nothing, and read back.
 * Asked again every minute, since clusters are upgraded under our feet. Without a cluster a current
 * one is assumed.
 */
@Singleton
class ToleranceSupport implements ApiFeatures {

  private static final String SCHEMA = "/openapi/v3/apis/autoscaling/v2";
  private static final String RULES = "io.k8s.api.autoscaling.v2.HPAScalingRules";
  private static final Duration AT_MOST = Duration.ofSeconds(10);
  private static final Logger LOG = Logger.getLogger(ToleranceSupport.class);
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final int TOO_MANY_REQUESTS = 429;

  /** The API server's words for a webhook's refusal, whose code is the webhook's own. */
  private static final String DENIED = "denied the request";

  private final Supplier<Optional<KubernetesClient>> connection;

  private volatile Optional<Boolean> kept = Optional.empty();

  /** What the last dry run that came through has shown. */
  private boolean dropped;

  @Inject
  ToleranceSupport(ClusterConnection connection) {
    this(connection::client);
  }

  ToleranceSupport(Supplier<Optional<KubernetesClient>> connection) {
    this.connection = connection;
  }

  @Override
  public boolean tolerancesKept() {
    return kept.orElse(false);
  }

  /** Whether the answer is known. */
  boolean known() {
    return kept.isPresent();
  }

  @Scheduled(every = "60s", delayed = "60s")
  void lookAgain() {
    look();
  }

  /** Until then we are not ready, and the probe itself must not wait for an answer. */
  @Scheduled(every = "2s", delayed = "2s", concurrentExecution = ConcurrentExecution.SKIP)
  void lookUntilKnown() {
    if (!known()) {
      look();
    }
  }

  /** Asks now; what was known stays if there is no answer. */
  synchronized void look() {
    Optional<KubernetesClient> client = connection.get();
    if (client.isEmpty()) {
      kept = Optional.of(true);
      return;
    }
    try {
      HttpResponse<byte[]> response = ApiRequests.getOnce(client.get(), SCHEMA, AT_MOST).join();
      if (response.code() == 200) {
        boolean inSchema = hasTolerance(JSON.readTree(response.body()));
        dropped &= inSchema;
        kept = inSchema ? tried(client.get()) : Optional.of(false);
      } else {
        LOG.warnf(
            "the API server at %s answered %s with HTTP %d",
            client.get().getMasterUrl(), SCHEMA, response.code());
      }
    } catch (CompletionException | IOException e) {
      LOG.warnf(
          "the API server at %s did not answer %s: %s",
          client.get().getMasterUrl(), SCHEMA, Reason.of(e));
    }
  }

  /**
   * What a dry run says about a field of the schema. Whoever may not ask, or is refused or not
   * answered because of somebody else's webhook, believes what the last one said, or the schema: a
   * webhook that is away, or refuses with whatever code, must not keep us from being ready.
   */
  private Optional<Boolean> tried(KubernetesClient client) throws IOException {
    Optional<HttpResponse<byte[]>> answer = dryRun(client);
    if (answer.isEmpty()) {
      LOG.warnf("the API server's schema is believed: a dry run of an HPA got no answer");
      return Optional.of(!dropped);
    }
    int code = answer.get().code();
    byte[] body = answer.get().body();
    String text = new String(body, StandardCharsets.UTF_8);
    boolean busy = code == TOO_MANY_REQUESTS || code == HttpURLConnection.HTTP_UNAVAILABLE;
    if (busy && !text.contains(DENIED)) {
      LOG.warnf("the API server is busy: a dry run of an HPA got HTTP %d", code);
      return kept;
    }
    if (code == HttpURLConnection.HTTP_CREATED) {
      dropped = !ToleranceProbe.kept(JSON.readTree(body));
    } else {
      LOG.logf(
          code < HttpURLConnection.HTTP_INTERNAL_ERROR ? Logger.Level.DEBUG : Logger.Level.WARN,
          "the API server's schema is believed: a dry run of an HPA got HTTP %d: %s",
          code,
          text);
    }
    return Optional.of(!dropped);
  }

  /** Empty: not in time, though the API server answers other questions. */
  private static Optional<HttpResponse<byte[]>> dryRun(KubernetesClient client) {
    try {
      return Optional.of(
          ApiRequests.postOnce(client, ToleranceProbe.PATH, ToleranceProbe.OBJECT, AT_MOST).join());
    } catch (CompletionException e) {
      if (e.getCause() instanceof TimeoutException) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static boolean hasTolerance(JsonNode document) {
    return document
        .path("components")
        .path("schemas")
        .path(RULES)
        .path("properties")
        .has("tolerance");
  }
}
