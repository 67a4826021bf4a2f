package dev.hpasteward.certificate;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Certificates are replaced under a webhook that is being used. */
@QuarkusTest
@TestProfile(FreshFolder.class)
class CertificateRotationTest {
  private static final List<String> NAMES = List.of("localhost", "127.0.0.1");

  private final Path folder = FreshFolder.folder();
  private final int port = FreshFolder.port();
  private final CertificateWatch watch;

  CertificateRotationTest(CertificateWatch watch) {
    this.watch = watch;
  }

  @BeforeEach
  void startWithAGoodPair() throws IOException {
    rotate();
    watch.look();
  }

  @Test
  void newConnectionsGetTheNewPairWhileOldOnesLiveOn()
      throws IOException, GeneralSecurityException {
    try (SSLSocket kept = TlsClient.connect(port)) {
      BufferedReader answers =
          new BufferedReader(new InputStreamReader(kept.getInputStream(), US_ASCII));
      assertThat(statusOfRequest(kept, answers)).isEqualTo("HTTP/1.1 404 Not Found");
      X509Certificate before = TlsClient.served(kept);
      assertThat(before).isEqualTo(onDisk());

      rotate();

      assertThat(onDisk()).isNotEqualTo(before);
      await()
          .atMost(Duration.ofSeconds(3))
          .untilAsserted(() -> assertThat(TlsClient.served(port)).isEqualTo(onDisk()));
      assertThat(statusOfRequest(kept, answers)).isEqualTo("HTTP/1.1 404 Not Found");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA", "P-256", "P-384", "P-521", "Ed25519"})
  void everyKindOfKeyThatIsTakenIsServed(String kind) throws IOException, GeneralSecurityException {
    IssuedPair pair = IssuedPair.issue(kind, Instant.now(), Instant.now().plusSeconds(600));
    Files.writeString(folder.resolve("tls.key"), pair.keyPem());
    Files.writeString(folder.resolve("tls.crt"), pair.certificatePem());
    watch.look();

    assertThat(TlsClient.served(port)).isEqualTo(pair.leaf());
  }

  @Test
  void noConnectionFailsWhileCertificatesAreReplaced()
      throws IOException, GeneralSecurityException {
    List<IOException> failures = new ArrayList<>();
    for (int rotation = 0; rotation < 10; rotation++) {
      CompletableFuture<Void> rotating = CompletableFuture.runAsync(this::rotateNow);
      for (int connect = 0; connect < 40; connect++) {
        try (SSLSocket socket = TlsClient.connect(port)) {
          assertThat(socket.isConnected()).isTrue();
        } catch (IOException e) {
          failures.add(e);
        }
      }
      rotating.join();
      assertThat(TlsClient.served(port)).isEqualTo(onDisk());
    }

    assertThat(failures).isEmpty();
  }

  @Test
  void garbageKeepsTheLastGoodPair() throws IOException, GeneralSecurityException {
    X509Certificate good = onDisk();

    Files.writeString(folder.resolve("tls.crt"), "garbage");
    watch.look();

    assertThat(watch.refusal()).get().asString().contains("holds no certificate");
    assertThat(TlsClient.served(port)).isEqualTo(good);
  }

  @Test
  void aKeyOfAnotherCertificateKeepsTheLastGoodPair() throws IOException, GeneralSecurityException {
    X509Certificate good = onDisk();

    Files.writeString(folder.resolve("tls.key"), IssuedPair.issue().keyPem());
    watch.look();

    assertThat(watch.refusal()).get().asString().contains("is not the key of");
    assertThat(TlsClient.served(port)).isEqualTo(good);
  }

  @Test
  void missingFilesKeepTheLastGoodPair() throws IOException, GeneralSecurityException {
    X509Certificate good = onDisk();

    Files.delete(folder.resolve("tls.crt"));
    Files.delete(folder.resolve("tls.key"));
    watch.look();

    assertThat(watch.refusal()).get().asString().contains("does not exist");
    assertThat(TlsClient.served(port)).isEqualTo(good);
  }

  private void rotateNow() {
    try {
      rotate();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    watch.look();
  }

  private void rotate() throws IOException {
    String caBundle = SelfMadeCertificates.write(folder, NAMES, Duration.ofHours(1), Instant.now());
    assertThat(caBundle).isNotEmpty();
  }

  private X509Certificate onDisk() throws IOException {
    Path file = folder.resolve("tls.crt");
    try {
      return PemCertificates.parse(Files.readString(file), file.toString()).get(0);
    } catch (PairRefusedException e) {
      throw new IOException(e);
    }
  }

  /** There is nothing at this path; any answer shows that the connection works. */
  private static String statusOfRequest(SSLSocket socket, BufferedReader answers)
      throws IOException {
    socket
        .getOutputStream()
        .write("HEAD /nothing HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(US_ASCII));
    String status = answers.readLine();
    String line = status;
    while (line != null && !line.isEmpty()) {
      line = answers.readLine();
    }
    return String.valueOf(status);
  }
}
