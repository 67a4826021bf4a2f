package dev.hpasteward.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandshakeKeyManagerTest {
  private final PairsInForce pairs = new PairsInForce();
  private final HandshakeKeyManager keyManager = new HandshakeKeyManager(pairs);

  @ParameterizedTest
  @CsvSource({
    "RSA,TLSv1.3",
    "P-256,TLSv1.3",
    "P-384,TLSv1.3",
    "P-521,TLSv1.3",
    "Ed25519,TLSv1.3",
    "RSA,TLSv1.2",
    "P-256,TLSv1.2",
    "P-384,TLSv1.2"
  })
  void aClientIsShownThePairInForce(String kind, String protocol)
      throws IOException, GeneralSecurityException {
    IssuedPair issued = IssuedPair.issue(kind);
    try (SSLServerSocket server = listen()) {
      pairs.take(issued.pair());

      assertThat(TlsClient.served(server.getLocalPort(), protocol)).isEqualTo(issued.leaf());
    }
  }

  @Test
  void withoutAPairTheHandshakeFails() throws IOException, GeneralSecurityException {
    try (SSLServerSocket server = listen()) {
      assertThatThrownBy(() -> TlsClient.served(server.getLocalPort()))
          .isInstanceOf(SSLException.class)
          .hasMessageContaining("handshake_failure");
    }
  }

  @Test
  void aHandshakeThatHasChosenAPairGetsItThoughItWasReplaced() {
    CertificatePair first = IssuedPair.issue().pair();
    pairs.take(first);
    String alias = keyManager.chooseEngineServerAlias("EC", null, null);
    pairs.take(IssuedPair.issue().pair());
    pairs.take(IssuedPair.issue().pair());

    assertThat(alias).isEqualTo("pair-1");
    assertThat(keyManager.getPrivateKey("pair-1")).isEqualTo(first.key());
    assertThat(keyManager.getCertificateChain("pair-1")).containsExactly(first.leaf());
  }

  @Test
  void aPairThatIsGoneIsNone() {
    assertThat(keyManager.getPrivateKey("pair-1")).isNull();
    assertThat(keyManager.getCertificateChain("pair-1")).isNull();
    assertThat(keyManager.getServerAliases("EC", null)).isNull();
  }

  @Test
  void itNeverActsForAClient() {
    pairs.take(IssuedPair.issue().pair());

    assertThat(keyManager.chooseClientAlias(new String[] {"EC"}, null, null)).isNull();
    assertThat(keyManager.getClientAliases("EC", null)).isNull();
    assertThat(keyManager.getServerAliases("EC", null)).containsExactly("pair-1");
  }

  /** Answers one handshake. */
  private SSLServerSocket listen() throws IOException, GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(new KeyManager[] {keyManager}, null, null);
    SSLServerSocket server =
        (SSLServerSocket)
            context
                .getServerSocketFactory()
                .createServerSocket(0, 1, InetAddress.getLoopbackAddress());
    CompletableFuture<Void> unused = CompletableFuture.runAsync(() -> answer(server));
    return server;
  }

  private static void answer(SSLServerSocket server) {
    try (SSLSocket socket = (SSLSocket) server.accept()) {
      socket.startHandshake();
      // Until the client hangs up, so that it gets all of the handshake.
      int end = socket.getInputStream().read();
      assertThat(end).isEqualTo(-1);
    } catch (IOException e) {
      // The client reports it too, and that is where the test looks.
    }
  }
}
