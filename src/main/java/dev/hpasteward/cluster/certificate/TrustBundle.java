package dev.hpasteward.cluster.certificate;

import dev.hpasteward.certificate.PairRefusedException;
import dev.hpasteward.certificate.PemCertificates;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Authorities to trust, each once and the oldest first, so that equal sets are equal texts.
 *
 * @param authorities their certificates
 */
record TrustBundle(List<X509Certificate> authorities) {

  static final TrustBundle NOBODY = new TrustBundle(List.of());

  TrustBundle {
    authorities =
        authorities.stream()
            .distinct()
            .sorted(
                Comparator.comparing(X509Certificate::getNotBefore)
                    .thenComparing(X509Certificate::getSerialNumber))
            .toList();
  }

  /** What can be read of a text; what can't trusts nobody. */
  static TrustBundle read(String pem) {
    try {
      return new TrustBundle(PemCertificates.parse(pem, "the bundle"));
    } catch (PairRefusedException e) {
      return NOBODY;
    }
  }

  TrustBundle and(Collection<X509Certificate> others) {
    return new TrustBundle(Stream.concat(authorities.stream(), others.stream()).toList());
  }

  boolean isEmpty() {
    return authorities.isEmpty();
  }

  /** As the {@code caBundle} of a webhook has it once decoded. */
  String pem() {
    return authorities.stream().map(PemCertificates::text).collect(Collectors.joining());
  }
}
