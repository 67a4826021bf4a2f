package dev.hpasteward.cluster.certificate;

import dev.hpasteward.certificate.ClientTls;
import dev.hpasteward.cluster.Reason;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

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
  Optional<Failure> failure(Endpoint endpoint) {
    try (Socket plain = new Socket()) {
      plain.connect(new InetSocketAddress(endpoint.address(), endpoint.port()), MILLIS);
      plain.setSoTimeout(MILLIS);
      // A new context each time: with a session of before no certificate would be shown.
      SSLContext context = ClientTls.trusting(authority);
      try (SSLSocket socket =
          (SSLSocket) context.getSocketFactory().createSocket(plain, host, endpoint.port(), true)) {
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return Optional.empty();
      }
    } catch (IOException | GeneralSecurityException e) {
      String what = isAboutTheCertificate(e) ? "serves another one" : "does not answer";
      return Optional.of(new Failure(what, Reason.of(e)));
    }
  }

  private static boolean isAboutTheCertificate(Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof CertificateException) {
        return true;
      }
    }
    return false;
  }
}
