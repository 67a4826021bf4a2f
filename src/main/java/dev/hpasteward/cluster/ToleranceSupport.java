package dev.hpasteward.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.jboss.logging.Logger;

/**
 * Whether the API server knows {@code behavior.*.tolerance}, from the schema that it publishes: a
 * server that does not drops the field without a word. Asked again every minute, since clusters are
 * upgraded under our feet. Without a cluster a current one is assumed.
 */
@ApplicationScoped
class ToleranceSupport implements ApiFeatures {

  private static final String SCHEMA = "/openapi/v3/apis/autoscaling/v2";
  private static final String RULES = "io.k8s.api.autoscaling.v2.HPAScalingRules";
  private static final Duration AT_MOST = Duration.ofSeconds(10);
  private static final Logger LOG = Logger.getLogger(ToleranceSupport.class);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ClusterConnection connection;
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
        kept = Optional.of(hasTolerance(JSON.readTree(response.body())));
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

  private static boolean hasTolerance(JsonNode document) {
    return document
        .path("components")
        .path("schemas")
        .path(RULES)
        .path("properties")
        .has("tolerance");
  }
}
