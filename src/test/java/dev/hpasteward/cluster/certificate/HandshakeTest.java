package dev.hpasteward.cluster.certificate;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.certificate.CertificatePair;
import dev.hpasteward.certificate.IssuingAuthority;
import dev.hpasteward.certificate.PairCheck;
import dev.hpasteward.certificate.PairRefusedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;

/** What a replica has to show: servers of these tests stand in for it. */
class HandshakeTest {

  private static final String HOST = "hpa-steward.hpa-steward.svc";
  private static final Duration DAY = Duration.ofDays(1);

  private final Instant now = Instant.now();
  private final IssuingAuthority current = IssuingAuthority.create(DAY, now);
  private final IssuingAuthority other = IssuingAuthority.create(DAY, now);

  private Optional<Failure> shown(ServerSocketFactory sockets) throws IOException {
    try (ServerSocket server = sockets.createServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread answering = new Thread(() -> answer(server), "replica");
      answering.start();
      return new Handshake(current.certificate(), HOST)
          .failure(new Endpoint("127.0.0.1", server.getLocalPort(), ""));
    }
  }

  private static void answer(ServerSocket server) {
    try (Socket socket = server.accept()) {
      if (socket instanceof SSLSocket secure) {
        secure.startHandshake();
      } else {
        socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
      }
      socket.getInputStream().read();
    } catch (IOException e) {
      // The other side has hung up, as it should.
    }
  }

  private ServerSocketFactory serving(IssuingAuthority authority, String name)
      throws GeneralSecurityException, IOException, PairRefusedException {
    SecretEntry entry = SecretEntry.of("ns/secret", Map.of(), SecretEntry.PAIR);
    CertificatePair pair = PairCheck.check(authority.issue(List.of(name), DAY, now), entry);
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    store.setKeyEntry("pair", pair.key(), new char[0], pair.chain().toArray(Certificate[]::new));
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, new char[0]);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context.getServerSocketFactory();
  }

  @Test
  void aCertificateByTheAuthorityForTheServiceIsWhatIsAskedFor() throws Exception {
    assertThat(shown(serving(current, HOST))).isEmpty();
  }

  @Test
  void oneByAnotherAuthorityIsNot() throws Exception {
    assertThat(shown(serving(other, HOST)))
        .hasValueSatisfying(
            reason ->
                assertThat(reason)
                    .asString()
                    .startsWith("serves another one (unable to find valid"));
  }

  @Test
  void oneForAnotherNameIsNot() throws Exception {
    assertThat(shown(serving(current, "other.hpa-steward.svc")))
        .hasValueSatisfying(
            reason ->
                assertThat(reason)
                    .asString()
                    .startsWith("serves another one (No subject alternative DNS name matching"));
  }

  @Test
  void whoSpeaksNoTlsServesNone() throws IOException {
    assertThat(shown(ServerSocketFactory.getDefault()))
        .hasValueSatisfying(
            reason -> assertThat(reason).asString().startsWith("does not answer ("));
  }

  @Test
  void whoIsNotThereServesNone() throws IOException {
    int closed;
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = server.getLocalPort();
    }

    assertThat(
            new Handshake(current.certificate(), HOST)
                .failure(new Endpoint("127.0.0.1", closed, "")))
        .hasValue(new Failure("does not answer", "Connection refused"));
  }
}
