package dev.hpasteward.cluster.listing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hpasteward.cluster.ApiRequests;
import dev.hpasteward.cluster.Reason;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/** Reads a cluster page by page, so that neither side has to hold all of it at once. */
public final class ClusterListing {

  /** Objects in a page: as many as kubectl asks for. */
  public static final int PAGE = 500;

  private static final Duration AT_MOST = Duration.ofSeconds(60);
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;
  private static final int GONE = 410;

  /** A page may come too late for the one before it; a third time, something else is wrong. */
  private static final int ATTEMPTS = 3;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final KubernetesClient client;
  private final Progress progress;
  private final int page;

  /**
   * A listing.
   *
   * @param page objects in a page, such as {@link #PAGE}
   */
  public ClusterListing(KubernetesClient client, Progress progress, int page) {
    this.client = client;
    this.progress = progress;
    this.page = page;
  }

  /** Is told how far it is. */
  public interface Progress {

    /**
     * After each page.
     *
     * @param kind what is listed
     * @param count how many have come
     * @param remaining how many are yet to come, where the API server tells
     */
    void listed(String kind, int count, long remaining);
  }

  /**
   * All objects that have to do with scaling, each with its apiVersion and kind, as JSON: the trees
   * of ten thousand would take 100 MB.
   *
   * @param namespace the only one; empty: all
   */
  public List<byte[]> read(Optional<String> namespace) throws ListingException {
    List<byte[]> all = new ArrayList<>();
    for (ListedKind kind : ListedKind.ALL) {
      all.addAll(read(kind, namespace));
    }
    return all;
  }

  private List<byte[]> read(ListedKind kind, Optional<String> namespace) throws ListingException {
    List<byte[]> objects = new ArrayList<>();
    String token = "";
    int attempt = 1;
    while (true) {
      String path =
          kind.path(namespace)
              + "limit="
              + page
              + (token.isEmpty() ? "" : "&continue=" + encoded(token));
      HttpResponse<byte[]> response = get(path);
      if (response.code() == NOT_FOUND && kind.optional()) {
        return List.of();
      }
      if (response.code() == GONE && attempt < ATTEMPTS) {
        // It took so long that the pages no longer belong together: from the beginning.
        attempt++;
        objects.clear();
        token = "";
        continue;
      }
      JsonNode list = list(kind, response);
      for (JsonNode item : list.path("items")) {
        objects.add(bytes(typed(kind, item)));
      }
      JsonNode metadata = list.path("metadata");
      progress.listed(
          kind.resource(), objects.size(), metadata.path("remainingItemCount").asLong());
      token = metadata.path("continue").asText("");
      if (token.isEmpty()) {
        return objects;
      }
    }
  }

  private static byte[] bytes(JsonNode object) {
    try {
      return JSON.writeValueAsBytes(object);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String encoded(String token) {
    return URLEncoder.encode(token, StandardCharsets.UTF_8);
  }

  private HttpResponse<byte[]> get(String path) throws ListingException {
    try {
      return ApiRequests.getOnce(client, path, AT_MOST).join();
    } catch (CompletionException e) {
      throw new ListingException(
          "no answer from %s: %s".formatted(client.getMasterUrl(), Reason.of(e)));
    }
  }

  private static JsonNode list(ListedKind kind, HttpResponse<byte[]> response)
      throws ListingException {
    JsonNode body;
    try {
      body = JSON.readTree(response.body());
    } catch (IOException e) {
      throw new ListingException(
          "%s: the API server sent no JSON (HTTP %d)".formatted(kind.resource(), response.code()));
    }
    if (response.code() != OK) {
      throw new ListingException(
          "%s: %s"
              .formatted(
                  kind.resource(),
                  body.path("message").asText("the API server said HTTP " + response.code())));
    }
    return body;
  }

  private static JsonNode typed(ListedKind kind, JsonNode item) {
    if (item instanceof ObjectNode object) {
      object.put("apiVersion", kind.apiVersion());
      object.put("kind", kind.kind());
    }
    return item;
  }
}
