package dev.hpasteward.certificate;

import io.netty.handler.ssl.ReferenceCountedOpenSslEngine;
import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * Answers each handshake with the pair in force at that moment. The TLS context around it is never
 * rebuilt, so a new pair disturbs no connection. Null is JSSE's word for "none", and the handshake
 * fails.
 */
final class HandshakeKeyManager extends X509ExtendedKeyManager {
  private final PairsInForce pairs;

  HandshakeKeyManager(PairsInForce pairs) {
    this.pairs = pairs;
  }

  @Override
  public @Nullable String chooseEngineServerAlias(
      String keyType, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
    // BoringSSL finds out by itself what it can sign with this key; it knows fewer names of kinds.
    return engine instanceof ReferenceCountedOpenSslEngine
        ? pairs.currentAlias().orElse(null)
        : pairs.currentAlias(keyType).orElse(null);
  }

  @Override
  public @Nullable String chooseServerAlias(
      String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
    return pairs.currentAlias(keyType).orElse(null);
  }

  @Override
  public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
    return pairs.currentAlias(keyType).map(alias -> new String[] {alias}).orElse(null);
  }

  @Override
  public X509Certificate @Nullable [] getCertificateChain(String alias) {
    return pairs.find(alias).map(pair -> pair.chain().toArray(X509Certificate[]::new)).orElse(null);
  }

  @Override
  public @Nullable PrivateKey getPrivateKey(String alias) {
    return pairs.find(alias).map(CertificatePair::key).orElse(null);
  }

  /** None: this side never is the client. */
  @Override
  public @Nullable String chooseClientAlias(
      String[] keyTypes, Principal @Nullable [] issuers, @Nullable Socket socket) {
    return null;
  }

  /** None: this side never is the client. */
  @Override
  public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
    return null;
  }
}
