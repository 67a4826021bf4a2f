package dev.hpasteward.cluster.certificate;

import dev.hpasteward.certificate.CertificatePair;
import dev.hpasteward.certificate.IssuingAuthority;
import dev.hpasteward.certificate.PairCheck;
import dev.hpasteward.certificate.PairRefusedException;
import dev.hpasteward.certificate.PairText;
import dev.hpasteward.certificate.PemCertificates;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the Secret holds, as far as it is of use.
 *
 * @param anchor the authority that vouches for the pair, even if its key is unusable
 * @param authority the same if it can issue
 * @param pair the certificate to serve; only if the anchor vouches for it
 * @param next the authority that is announced
 * @param previous authorities that are trusted besides
 * @param faults what is of no use and why, for people; empty if all is well
 */
record Holdings(
    Optional<X509Certificate> anchor,
    Optional<IssuingAuthority> authority,
    Optional<CertificatePair> pair,
    Optional<IssuingAuthority> next,
    List<X509Certificate> previous,
    List<String> faults) {

  Holdings {
    previous = List.copyOf(previous);
    faults = List.copyOf(faults);
  }

  /**
   * Reads the Secret.
   *
   * @param secret as namespace/name
   * @param data what it holds, as text; empty if it does not exist
   * @param names under which API servers reach the webhook
   */
  static Holdings of(String secret, Map<String, String> data, List<String> names) {
    if (data.isEmpty()) {
      return nothing("the Secret " + secret + " does not exist or is empty");
    }
    List<String> faults = new ArrayList<>();
    SecretEntry current = SecretEntry.of(secret, data, SecretEntry.AUTHORITY);
    Optional<IssuingAuthority> authority = authority(current, faults);
    Optional<X509Certificate> anchor =
        authority
            .map(IssuingAuthority::certificate)
            .or(
                () ->
                    TrustBundle.read(data.getOrDefault(current.certificateKey(), ""))
                        .authorities()
                        .stream()
                        .findFirst());
    Optional<CertificatePair> pair =
        pair(SecretEntry.of(secret, data, SecretEntry.PAIR), anchor, names, faults);
    return new Holdings(
        anchor.filter(certificate -> authority.isPresent() || pair.isPresent()),
        authority,
        pair,
        authority(SecretEntry.of(secret, data, SecretEntry.NEXT), faults),
        previous(secret, data, faults),
        faults);
  }

  private static Holdings nothing(String fault) {
    return new Holdings(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(fault));
  }

  private static Optional<IssuingAuthority> authority(SecretEntry entry, List<String> faults) {
    try {
      Optional<PairText> text = entry.read();
      return text.isEmpty()
          ? Optional.empty()
          : Optional.of(IssuingAuthority.read(text.get(), entry));
    } catch (PairRefusedException e) {
      faults.add(String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private static Optional<CertificatePair> pair(
      SecretEntry entry,
      Optional<X509Certificate> anchor,
      List<String> names,
      List<String> faults) {
    try {
      Optional<PairText> text = entry.read();
      return text.isEmpty()
          ? Optional.empty()
          : Optional.of(trusted(PairCheck.check(text.get(), entry), entry, anchor, names));
    } catch (PairRefusedException e) {
      faults.add(String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private static CertificatePair trusted(
      CertificatePair pair, SecretEntry entry, Optional<X509Certificate> anchor, List<String> names)
      throws PairRefusedException {
    if (anchor.isEmpty() || !vouches(anchor.get(), pair.leaf())) {
      throw new PairRefusedException(
          entry.certificates()
              + " (serial "
              + pair.serial()
              + ") is not by the authority beside it");
    }
    // An IPv6 address has many spellings, and the certificate's may be another.
    List<String> comparable = names.stream().filter(name -> name.indexOf(':') < 0).toList();
    if (!Set.copyOf(pair.subjectAlternativeNames()).containsAll(comparable)) {
      throw new PairRefusedException(
          "%s is for %s and not for %s"
              .formatted(
                  entry.certificates(),
                  String.join(", ", pair.subjectAlternativeNames()),
                  String.join(", ", names)));
    }
    return pair;
  }

  private static boolean vouches(X509Certificate anchor, X509Certificate leaf) {
    try {
      leaf.verify(anchor.getPublicKey());
      return leaf.getIssuerX500Principal().equals(anchor.getSubjectX500Principal());
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static List<X509Certificate> previous(
      String secret, Map<String, String> data, List<String> faults) {
    String text = data.get(SecretEntry.PREVIOUS);
    if (text == null) {
      return List.of();
    }
    try {
      return PemCertificates.parse(text, SecretEntry.PREVIOUS + " of the Secret " + secret);
    } catch (PairRefusedException e) {
      faults.add(String.valueOf(e.getMessage()));
      return List.of();
    }
  }

  /**
   * Whom the configurations are to trust. While it is not known who vouches for what processes
   * serve, nobody is to be trusted no more.
   *
   * @param trusted whom the configurations trust now
   */
  TrustBundle bundle(TrustBundle trusted) {
    TrustBundle told =
        new TrustBundle(previous)
            .and(anchor.stream().toList())
            .and(next.stream().map(IssuingAuthority::certificate).toList());
    return anchor.isPresent() ? told : told.and(trusted.authorities());
  }
}
