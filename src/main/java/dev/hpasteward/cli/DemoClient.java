package dev.hpasteward.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hpasteward.certificate.ClientTls;
import io.fabric8.zjsonpatch.JsonPatch;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;

/** Does what an API server does with a webhook: mutate, apply the patch, validate; over TLS. */
final class DemoClient {

  private static final Duration AT_MOST = Duration.ofSeconds(10);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http;
  private final String url;

  DemoClient(String url, String authority) throws GeneralSecurityException, IOException {
    this.url = url;
    this.http = HttpClient.newBuilder().sslContext(trusting(authority)).build();
  }

  /**
   * What became of a write.
   *
   * @param patch the mutation's operations; empty if it changed nothing
   * @param object the object with the patch applied
   * @param allowed the verdict
   * @param denial the text; empty if allowed
   * @param warnings of both webhooks
   */
  record Outcome(
      JsonNode patch, JsonNode object, boolean allowed, String denial, List<String> warnings) {}

  Outcome admit(JsonNode review) throws IOException, InterruptedException {
    JsonNode mutated = post("/mutate", review);
    JsonNode patch =
        mutated.has("patch")
            ? JSON.readTree(mutated.path("patch").binaryValue())
            : JSON.createArrayNode();
    JsonNode object = JsonPatch.apply(patch, review.at("/request/object"));
    ObjectNode again = review.deepCopy();
    ((ObjectNode) again.path("request")).set("object", object);
    JsonNode validated = post("/validate", again);
    List<String> warnings = new ArrayList<>();
    mutated.path("warnings").forEach(warning -> warnings.add(warning.asText()));
    validated.path("warnings").forEach(warning -> warnings.add(warning.asText()));
    return new Outcome(
        patch,
        object,
        mutated.path("allowed").asBoolean() && validated.path("allowed").asBoolean(),
        validated.path("status").path("message").asText(""),
        warnings);
  }

  private JsonNode post(String path, JsonNode review) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + path))
            .timeout(AT_MOST)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(review)))
            .build();
    HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    JsonNode answer = JSON.readTree(response.body()).path("response");
    if (response.statusCode() != 200 || !answer.path("uid").equals(review.at("/request/uid"))) {
      throw new IOException(path + " answered HTTP " + response.statusCode() + ": " + answer);
    }
    return answer;
  }

  static SSLContext trusting(String authority) throws GeneralSecurityException, IOException {
    return ClientTls.trusting(
        CertificateFactory.getInstance("X.509")
            .generateCertificate(
                new ByteArrayInputStream(authority.getBytes(StandardCharsets.US_ASCII))));
  }
}
