package dev.hpasteward.cluster.certificate;

import dev.hpasteward.cluster.Reason;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/**
 * What an API server does before it sends a review, if it trusts one authority only.
 *
 * @param authority whom it trusts
 * @param host the name that the certificate must be for, and that is asked for
 */
record Handshake(X509Certificate authority, String host) {

  /** How long connecting may take, and each answer. */
  private static final int MILLIS = 2_000;

  /**
   * Connects, and hangs up.
   *
   * @return why it came to nothing; empty if all is well
   */
  Optional<String> failure(Endpoint endpoint) {
    try (Socket plain = new Socket()) {
      plain.connect(new InetSocketAddress(endpoint.address(), endpoint.port()), MILLIS);
      plain.setSoTimeout(MILLIS);
      try (SSLSocket socket =
          (SSLSocket)
              context().getSocketFactory().createSocket(plain, host, endpoint.port(), true)) {
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return Optional.empty();
      }
    } catch (SSLException e) {
      return Optional.of("its certificate is refused: " + Reason.of(e));
    } catch (IOException | GeneralSecurityException e) {
      return Optional.of(Reason.of(e));
    }
  }

  /** A new one each time: with a session of before no certificate would be shown. */
  private SSLContext context() throws GeneralSecurityException, IOException {
    KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null, null);
    trusted.setCertificateEntry("authority", authority);
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return context;
  }
}
