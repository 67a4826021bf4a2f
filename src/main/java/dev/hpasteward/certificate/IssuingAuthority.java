package dev.hpasteward.certificate;

import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.util.IPAddress;

/** A certificate authority of our own that can be stored as text and read back. */
public final class IssuingAuthority {
  /**
   * Certificates begin this long before they are made: the clock of the API server may be behind
   * ours, and a certificate of tomorrow would be refused until then.
   */
  public static final Duration CLOCK_SKEW = Duration.ofDays(1);

  /**
   * Labels of at most 63 characters as in RFC 1123; the first one may be an asterisk, and the last
   * one is no number, or else a mistyped address would pass.
   */
  private static final Pattern DNS_NAME =
      Pattern.compile(
          "(?!(.*\\.)?[0-9]+$)(\\*\\.)?[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?)*",
          Pattern.CASE_INSENSITIVE);

  private final CertificateAuthority authority;

  private IssuingAuthority(CertificateAuthority authority) {
    this.authority = authority;
  }

  /** A new one that is valid for so long from now on. */
  public static IssuingAuthority create(Duration life, Instant now) {
    return new IssuingAuthority(CertificateAuthority.create(from(now), until(now, life)));
  }

  /**
   * One that was stored.
   *
   * @param source where the text is from, for the message
   * @throws PairRefusedException if the key is not the certificate's, or that is no authority's
   */
  public static IssuingAuthority read(PairText text, PairSource source)
      throws PairRefusedException {
    CertificatePair pair = PairCheck.check(text, source);
    // Minus one says that it is no authority.
    if (pair.leaf().getBasicConstraints() < 0) {
      throw new PairRefusedException(
          source.certificates() + " holds a certificate that is no authority's");
    }
    return new IssuingAuthority(
        CertificateAuthority.of(new KeyPair(pair.leaf().getPublicKey(), pair.key()), pair.leaf()));
  }

  public X509Certificate certificate() {
    return authority.certificate();
  }

  /** Its certificate and its key, to be stored. */
  public PairText text() {
    return new PairText(
        PemCertificates.text(authority.certificate()),
        PemFile.block("PRIVATE KEY", authority.privateKey().getEncoded()));
  }

  /**
   * A certificate for the webhook with a new key: the leaf, then the authority. It never outlives
   * the authority.
   *
   * @param names DNS names and IP addresses under which clients reach the webhook
   * @throws IllegalArgumentException if one is neither
   */
  public PairText issue(List<String> names, Duration life, Instant now) {
    List<GeneralName> generalNames = names.stream().map(IssuingAuthority::name).toList();
    Instant end = authority.certificate().getNotAfter().toInstant();
    Instant wanted = until(now, life);
    KeyPair keys = CertificateAuthority.newKeys();
    X509Certificate leaf =
        authority.issue(
            keys.getPublic(), generalNames, from(now), wanted.isAfter(end) ? end : wanted);
    return new PairText(
        PemCertificates.text(leaf) + PemCertificates.text(authority.certificate()),
        PemFile.block("PRIVATE KEY", keys.getPrivate().getEncoded()));
  }

  /** Certificates count in whole seconds. */
  private static Instant from(Instant now) {
    return now.minus(CLOCK_SKEW).truncatedTo(ChronoUnit.SECONDS);
  }

  private static Instant until(Instant now, Duration life) {
    return now.plus(life).truncatedTo(ChronoUnit.SECONDS);
  }

  private static GeneralName name(String name) {
    if (IPAddress.isValid(name)) {
      return new GeneralName(GeneralName.iPAddress, name);
    }
    if (name.length() > 253 || !DNS_NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "'" + name + "' is neither a DNS name nor an IP address, so no certificate can bear it");
    }
    return new GeneralName(GeneralName.dNSName, name);
  }
}
