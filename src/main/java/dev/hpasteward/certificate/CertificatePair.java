package dev.hpasteward.certificate;

import java.security.PrivateKey;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * A private key and the certificates that go with it.
 *
 * @param key the leaf's private key
 * @param chain the leaf first, then the authorities that vouch for it; never empty
 */
public record CertificatePair(PrivateKey key, List<X509Certificate> chain) {

  public CertificatePair {
    chain = List.copyOf(chain);
    if (chain.isEmpty()) {
      throw new IllegalArgumentException("a pair needs at least the leaf's certificate");
    }
  }

  public X509Certificate leaf() {
    return chain.get(0);
  }

  public String serial() {
    return leaf().getSerialNumber().toString(16);
  }

  public Instant notBefore() {
    return leaf().getNotBefore().toInstant();
  }

  public Instant notAfter() {
    return leaf().getNotAfter().toInstant();
  }

  public boolean isValidAt(Instant now) {
    return !now.isBefore(notBefore()) && !now.isAfter(notAfter());
  }

  /** The names and addresses that the certificate is for, empty if it gives none. */
  public List<String> subjectAlternativeNames() {
    Collection<List<?>> names;
    try {
      names = leaf().getSubjectAlternativeNames();
    } catch (CertificateParsingException e) {
      return List.of();
    }
    if (names == null) {
      return List.of();
    }
    // Each entry is a kind and a value; only kinds that nobody uses for TLS have no text as value.
    return names.stream()
        .map(name -> name.get(1))
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .toList();
  }

  /** One line for people, without the key. */
  @Override
  public String toString() {
    List<String> names = subjectAlternativeNames();
    return "serial %s for %s, valid until %s"
        .formatted(
            serial(), names.isEmpty() ? "no name at all" : String.join(", ", names), notAfter());
  }
}
