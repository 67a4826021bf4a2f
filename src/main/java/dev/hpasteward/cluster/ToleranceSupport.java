package dev.hpasteward.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
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

  private final ClusterConnection connection;

  /** What the API server answers to an object that it finds invalid. */
  private static final int UNPROCESSABLE = 422;

  private volatile Optional<Boolean> kept = Optional.empty();

  ToleranceSupport(ClusterConnection connection) {
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
    Optional<KubernetesClient> client = connection.client();
    if (client.isEmpty()) {
      kept = Optional.of(true);
      return;
    }
    try {
      HttpResponse<byte[]> response = ApiRequests.getOnce(client.get(), SCHEMA, AT_MOST).join();
      if (response.code() == 200) {
        kept =
            Optional.of(
                hasTolerance(JSON.readTree(response.body())) && !dropsTolerance(client.get()));
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

  /** Whoever may not ask, or is refused by somebody else, believes the schema. */
  private static boolean dropsTolerance(KubernetesClient client) throws IOException {
    HttpResponse<byte[]> response =
        ApiRequests.postOnce(client, ToleranceProbe.PATH, ToleranceProbe.OBJECT, AT_MOST).join();
    int code = response.code();
    if (code != HttpURLConnection.HTTP_CREATED
        && code != HttpURLConnection.HTTP_FORBIDDEN
        && code != UNPROCESSABLE) {
      // It is busy or ill: what was known stays.
      throw new IOException("a dry run of an HPA got HTTP " + code);
    }
    if (code != HttpURLConnection.HTTP_CREATED) {
      LOG.debugf(
          "the API server answered a dry run of an HPA with HTTP %d; its schema is believed", code);
      return false;
    }
    return !ToleranceProbe.kept(JSON.readTree(response.body()));
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
