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
public final class ApiDiscovery {

  private static final Duration AT_MOST = Duration.ofSeconds(2);
  private static final ObjectMapper JSON = new ObjectMapper();

  private ApiDiscovery() {}

  /** What the API server says of a kind. */
  public enum Presence {
    /** It has it. */
    PRESENT,
    /** It does not. */
    ABSENT,
    /** The API server did not say. */
    UNKNOWN
  }

  /** Asks; waits 2 s at most. */
  public static Presence of(WatchedKind kind, KubernetesClient client) {
    return of(kind.discoveryPath(), kind.kind(), client);
  }

  /**
   * Asks; waits 2 s at most.
   *
   * @param path where the API server lists the resources of the kind's group and version
   * @param kind its name in manifests
   */
  public static Presence of(String path, String kind, KubernetesClient client) {
    try {
      HttpResponse<byte[]> response = ApiRequests.get(client, path, AT_MOST).join();
      if (response.code() == 404) {
        return Presence.ABSENT;
      }
      return response.code() == 200 ? in(JSON.readTree(response.body()), kind) : Presence.UNKNOWN;
    } catch (CompletionException | IOException e) {
      return Presence.UNKNOWN;
    }
  }

  private static Presence in(JsonNode document, String kind) {
    for (JsonNode resource : document.path("resources")) {
      if (resource.path("kind").asText().equals(kind)) {
        return Presence.PRESENT;
      }
    }
    return Presence.ABSENT;
  }
}
