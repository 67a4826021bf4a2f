package dev.hpasteward.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hpasteward.cluster.watch.WatchedKind;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletionException;

/** Whether the API server has a kind now. */
final class ApiDiscovery {

  private static final Duration AT_MOST = Duration.ofSeconds(2);
  private static final ObjectMapper JSON = new ObjectMapper();

  private ApiDiscovery() {}

  enum Presence {
    PRESENT,
    ABSENT,
    /** The API server did not say. */
    UNKNOWN
  }

  /** Asks; waits 2 s at most. */
  static Presence of(WatchedKind kind, KubernetesClient client) {
    try {
      HttpResponse<byte[]> response = ApiRequests.get(client, kind.discoveryPath(), AT_MOST).join();
      if (response.code() == 404) {
        return Presence.ABSENT;
      }
      return response.code() == 200 ? in(JSON.readTree(response.body()), kind) : Presence.UNKNOWN;
    } catch (CompletionException | IOException e) {
      return Presence.UNKNOWN;
    }
  }

  private static Presence in(JsonNode document, WatchedKind kind) {
    for (JsonNode resource : document.path("resources")) {
      if (resource.path("kind").asText().equals(kind.kind())) {
        return Presence.PRESENT;
      }
    }
    return Presence.ABSENT;
  }
}
