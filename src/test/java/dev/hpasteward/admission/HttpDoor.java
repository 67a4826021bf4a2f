package dev.hpasteward.admission;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.microprofile.config.ConfigProvider;

/** The running webhook, called as the API server calls it: over TLS that trusts one authority. */
final class HttpDoor {

  /** Where the profile leaves the authority's certificate for the tests. */
  static final String AUTHORITY = "hpa-steward.test.authority";

  private final HttpClient client;
  private final int port;

  HttpDoor() throws IOException, GeneralSecurityException {
    String pem = ConfigProvider.getConfig().getValue(AUTHORITY, String.class);
    KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null, null);
    trusted.setCertificateEntry(
        "authority",
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(pem.getBytes(US_ASCII))));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    this.client =
        HttpClient.newBuilder()
            .sslContext(context)
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    this.port = ConfigProvider.getConfig().getValue("quarkus.http.test-ssl-port", Integer.class);
  }

  /** Sends with a Content-Length. */
  Reply post(String webhook, byte[] body) throws IOException, InterruptedException {
    return post(webhook, BodyPublishers.ofByteArray(body));
  }

  /** Sends in chunks, so that nobody knows the length beforehand. */
  Reply postChunked(String webhook, byte[] body) throws IOException, InterruptedException {
    return post(webhook, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
  }

  /** Sends no body, only how long it would be, and reads until the connection is closed. */
  String announce(String webhook, int length) throws IOException {
    try (Socket socket = client.sslContext().getSocketFactory().createSocket("localhost", port)) {
      socket.setSoTimeout(10_000);
      String head =
          "POST /%s HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n"
              .formatted(webhook, length);
      socket.getOutputStream().write(head.getBytes(US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), US_ASCII);
    }
  }

  Reply get(String webhook) throws IOException, InterruptedException {
    return send(request(webhook).GET().build());
  }

  void refused(String body, String uid, String message) throws IOException, InterruptedException {
    assertThat(refused(body, uid).message()).isEqualTo(message);
  }

  /** Sends to both webhooks, which read with the same eyes: neither takes it for a review. */
  Reply refused(String body, String uid) throws IOException, InterruptedException {
    Reply mutate = post("mutate", body.getBytes(UTF_8));
    Reply validate = post("validate", body.getBytes(UTF_8));

    assertThat(validate).isEqualTo(mutate);
    assertThat(validate.status()).isEqualTo(400);
    assertThat(validate.contentType()).isEqualTo("application/json;charset=UTF-8");
    assertThat(validate.response().path("allowed").booleanValue()).isFalse();
    assertThat(validate.response().has("allowed")).isTrue();
    assertThat(validate.uid()).isEqualTo(uid);
    assertThat(validate.response().path("status").path("reason").asText()).isEqualTo("BadRequest");
    assertThat(validate.code()).isEqualTo(400);
    assertThat(validate.body())
        .doesNotContain("Exception", "at dev.hpasteward", "jackson", "FAIL_ON", "Node", "Source");
    return validate;
  }

  private Reply post(String webhook, BodyPublisher body) throws IOException, InterruptedException {
    return send(request(webhook).header("Content-Type", "application/json").POST(body).build());
  }

  private HttpRequest.Builder request(String webhook) {
    return HttpRequest.newBuilder(URI.create("https://localhost:" + port + "/" + webhook))
        .header("Accept", "application/json, */*")
        .timeout(Duration.ofSeconds(10));
  }

  private Reply send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
    return new Reply(
        response.statusCode(),
        response.headers().firstValue("Content-Type").orElse(""),
        response.body());
  }
}
