package dev.hpasteward.certificate;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.x509.GeneralName;

/** A pair with any kind of key and any validity, for tests. */
record IssuedPair(PrivateKey key, X509Certificate leaf) {
  static final Instant FROM = Instant.parse("2026-03-01T00:00:00Z");
  static final Instant UNTIL = Instant.parse("2026-04-01T00:00:00Z");

  static IssuedPair issue() {
    return issue("P-256");
  }

  static IssuedPair issue(Instant from, Instant until) {
    return issue(CertificateAuthority.newKeys(), from, until);
  }

  /** The kind is RSA, Ed25519, DSA or the name of a curve. */
  static IssuedPair issue(String kind) {
    return issue(newKeys(kind), FROM, UNTIL);
  }

  static IssuedPair issue(String kind, Instant from, Instant until) {
    return issue(newKeys(kind), from, until);
  }

  private static IssuedPair issue(KeyPair keys, Instant from, Instant until) {
    X509Certificate leaf =
        CertificateAuthority.create(from, until)
            .issue(
                keys.getPublic(),
                List.of(
                    new GeneralName(GeneralName.dNSName, "localhost"),
                    new GeneralName(GeneralName.iPAddress, "127.0.0.1")),
                from,
                until);
    return new IssuedPair(keys.getPrivate(), leaf);
  }

  private static KeyPair newKeys(String kind) {
    try {
      KeyPairGenerator generator =
          KeyPairGenerator.getInstance(kind.startsWith("P-") ? "EC" : kind);
      switch (kind) {
        case "P-256" -> generator.initialize(new ECGenParameterSpec("secp256r1"));
        case "P-384" -> generator.initialize(new ECGenParameterSpec("secp384r1"));
        case "P-521" -> generator.initialize(new ECGenParameterSpec("secp521r1"));
        case "RSA", "DSA" -> generator.initialize(2048);
        default -> {}
      }
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  String certificatePem() {
    try {
      return PemFile.block("CERTIFICATE", leaf.getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  String keyPem() {
    return PemFile.block("PRIVATE KEY", key.getEncoded());
  }

  CertificatePair pair() {
    return new CertificatePair(key, List.of(leaf));
  }

  String serial() {
    return leaf.getSerialNumber().toString(16);
  }

  void write(Path folder) throws IOException {
    PemFile.write(folder.resolve("tls.key"), keyPem(), "rw-------");
    PemFile.write(folder.resolve("tls.crt"), certificatePem(), "rw-r--r--");
  }
}
