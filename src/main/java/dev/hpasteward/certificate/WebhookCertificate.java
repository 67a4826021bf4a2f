package dev.hpasteward.certificate;

import io.quarkus.tls.runtime.KeyStoreAndKeyCertOptions;
import io.quarkus.tls.runtime.KeyStoreProvider;
import io.smallrye.common.annotation.Identifier;
import io.vertx.core.Vertx;
import io.vertx.core.net.KeyCertOptions;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Gives the TLS configuration {@code webhook} a key manager instead of a key store. A key store
 * that is reloaded rebuilds the server's TLS context, and connections that arrive meanwhile are
 * dropped.
 */
@ApplicationScoped
@Identifier("webhook")
public class WebhookCertificate implements KeyStoreProvider {
  private final CertificateWatch watch;
  private final PairsInForce pairs;

  WebhookCertificate(CertificateWatch watch, PairsInForce pairs) {
    this.watch = watch;
    this.pairs = pairs;
  }

  /** Looks at the files first: if they are there, even the first connection gets a certificate. */
  @Override
  public KeyStoreAndKeyCertOptions getKeyStore(Vertx vertx) {
    watch.look();
    return new KeyStoreAndKeyCertOptions(null, KeyCertOptions.wrap(new HandshakeKeyManager(pairs)));
  }
}
