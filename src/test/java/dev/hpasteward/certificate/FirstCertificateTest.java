package dev.hpasteward.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** The application has started before its certificate exists. */
@QuarkusTest
@TestProfile(FreshFolder.BeforeTheFirst.class)
class FirstCertificateTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void theWebhookIsReadyAsSoonAsItHasACertificate() throws IOException, GeneralSecurityException {
    Path folder = FreshFolder.folder();
    assertThat(readiness(503))
        .isEqualTo(
            JSON.createObjectNode()
                .put("name", "certificate")
                .put("status", "DOWN")
                .set(
                    "data",
                    JSON.createObjectNode()
                        .put(
                            "refused",
                            folder.resolve("tls.crt")
                                + " does not exist; put it there or point"
                                + " hpa-steward.certificates to its folder")));
    assertThatThrownBy(() -> TlsClient.served(FreshFolder.port())).isInstanceOf(SSLException.class);

    IssuedPair pair = IssuedPair.issue();
    pair.write(folder);

    JsonNode ready =
        JSON.createObjectNode()
            .put("name", "certificate")
            .put("status", "UP")
            .set(
                "data",
                JSON.createObjectNode()
                    .put("serial", pair.serial())
                    .put("notAfter", "2026-04-01T00:00:00Z"));
    await()
        .atMost(Duration.ofSeconds(3))
        .untilAsserted(() -> assertThat(readiness(200)).isEqualTo(ready));
    assertThat(TlsClient.served(FreshFolder.port())).isEqualTo(pair.leaf());
  }

  /** Our check in the answer of the management port. */
  private static JsonNode readiness(int expectedStatus) throws IOException {
    int port = ConfigProvider.getConfig().getValue("quarkus.management.test-port", Integer.class);
    HttpURLConnection connection =
        (HttpURLConnection)
            URI.create("http://localhost:" + port + "/q/health/ready").toURL().openConnection();
    assertThat(connection.getResponseCode()).isEqualTo(expectedStatus);
    try (InputStream body =
        expectedStatus == 200 ? connection.getInputStream() : connection.getErrorStream()) {
      for (JsonNode check : JSON.readTree(body).path("checks")) {
        if (check.path("name").asText().equals("certificate")) {
          return check;
        }
      }
    }
    throw new AssertionError("no check named certificate");
  }
}
