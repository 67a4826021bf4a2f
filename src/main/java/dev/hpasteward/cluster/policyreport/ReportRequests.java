package dev.hpasteward.cluster.policyreport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hpasteward.cluster.Reason;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * Requests to the API server. Reports are read by their metadata alone: a thousand results are not
 * fetched to see that nothing has changed. Each request waits 10 s at most.
 */
final class ReportRequests implements Reports {

  private static final Duration AT_MOST = Duration.ofSeconds(10);
  private static final int PAGE = 500;
  private static final String METADATA =
      "application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1";
  private static final String METADATA_LIST =
      "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ReportKind kind;
  private final KubernetesClient client;

  ReportRequests(ReportKind kind, KubernetesClient client) {
    this.kind = kind;
    this.client = client;
  }

  @Override
  public List<StoredReport> list() throws ReportRefused {
    List<StoredReport> reports = new ArrayList<>();
    String next = "";
    do {
      String path =
          "%s?limit=%d&fieldSelector=metadata.name%%3D%s%s"
              .formatted(kind.path(), PAGE, ReportDocument.NAME, next);
      JsonNode page = accepted(send(request(path).header("Accept", METADATA_LIST)));
      page.path("items").forEach(item -> reports.add(StoredReport.of(item.path("metadata"))));
      String more = page.path("metadata").path("continue").asText();
      next = more.isEmpty() ? "" : "&continue=" + URLEncoder.encode(more, StandardCharsets.UTF_8);
    } while (!next.isEmpty());
    return reports;
  }

  @Override
  public Optional<StoredReport> get(String namespace) throws ReportRefused {
    HttpResponse<byte[]> response = send(request(kind.path(namespace)).header("Accept", METADATA));
    return response.code() == 404
        ? Optional.empty()
        : Optional.of(StoredReport.of(accepted(response).path("metadata")));
  }

  /** Ours is forced: whoever changed a field of it is overruled. A new one is not. */
  @Override
  public StoredReport apply(
      String namespace, ReportDocument document, Optional<StoredReport> replaced, Instant now)
      throws ReportRefused {
    String path =
        "%s?fieldManager=%s&force=%s"
            .formatted(kind.path(namespace), ReportContent.SOURCE, replaced.isPresent());
    String body = document.json(kind, namespace, replaced.map(StoredReport::resourceVersion), now);
    HttpRequest.Builder patch =
        request(path)
            .header("Accept", METADATA)
            .method("PATCH", "application/apply-patch+yaml", body);
    return StoredReport.of(accepted(send(patch)).path("metadata"));
  }

  @Override
  public void delete(StoredReport report) throws ReportRefused {
    ObjectNode options = JsonNodeFactory.instance.objectNode();
    options.put("apiVersion", "v1").put("kind", "DeleteOptions");
    options
        .putObject("preconditions")
        .put("uid", report.uid())
        .put("resourceVersion", report.resourceVersion());
    HttpResponse<byte[]> response =
        send(
            request(kind.path(report.namespace()))
                .method("DELETE", "application/json", options.toString()));
    if (response.code() != 404) {
      accepted(response);
    }
  }

  private HttpRequest.Builder request(String path) {
    return client
        .getHttpClient()
        .newHttpRequestBuilder()
        .uri(URI.create(client.getMasterUrl().toString()).resolve(path));
  }

  private HttpResponse<byte[]> send(HttpRequest.Builder request) throws ReportRefused {
    try {
      return client
          .getHttpClient()
          .sendAsync(request.build(), byte[].class)
          .orTimeout(AT_MOST.toMillis(), TimeUnit.MILLISECONDS)
          .join();
    } catch (CompletionException e) {
      throw new ReportRefused(0, Reason.of(e));
    }
  }

  /** The answer, or the API server's own words of why not. */
  private static JsonNode accepted(HttpResponse<byte[]> response) throws ReportRefused {
    JsonNode answer;
    try {
      answer = JSON.readTree(response.body());
    } catch (IOException e) {
      answer = JsonNodeFactory.instance.missingNode();
    }
    if (!response.isSuccessful()) {
      String message = answer.path("message").asText();
      throw new ReportRefused(
          response.code(), "HTTP " + response.code() + (message.isEmpty() ? "" : ": " + message));
    }
    return answer;
  }
}
