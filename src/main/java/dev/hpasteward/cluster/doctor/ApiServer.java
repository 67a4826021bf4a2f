package dev.hpasteward.cluster.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.hpasteward.cluster.ApiRequests;
import dev.hpasteward.cluster.Reason;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks the API server; whatever happens is an answer. */
final class ApiServer {

  /** Two webhooks that time out one after the other take 6 s. */
  private static final Duration AT_MOST = Duration.ofSeconds(15);

  /** Such as {@code 299 - "the text"}. */
  private static final Pattern WARNING = Pattern.compile("\\d{3} \\S+ \"(.*)\"");

  private static final ObjectMapper JSON = new ObjectMapper();

  private final KubernetesClient client;

  ApiServer(KubernetesClient client) {
    this.client = client;
  }

  Answer get(String path) {
    return await(ApiRequests.getOnce(client, path, AT_MOST));
  }

  Answer post(String path, String json) {
    return await(ApiRequests.postOnce(client, path, json, AT_MOST));
  }

  String address() {
    return client.getMasterUrl().toString();
  }

  private static Answer await(CompletableFuture<HttpResponse<byte[]>> response) {
    try {
      HttpResponse<byte[]> arrived = response.join();
      return new Answer(arrived.code(), json(arrived.body()), warnings(arrived), "");
    } catch (CompletionException e) {
      return Answer.none(Reason.of(e));
    }
  }

  private static JsonNode json(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
  }

  private static List<String> warnings(HttpResponse<byte[]> response) {
    return response.headers("Warning").stream()
        .map(WARNING::matcher)
        .filter(Matcher::matches)
        .map(warning -> warning.group(1))
        .toList();
  }
}
