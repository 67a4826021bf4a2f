package dev.hpasteward.certificate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.util.IPAddress;

/** Makes a certificate for the webhook where nobody else does: a laptop, a demo, a test cluster. */
public final class SelfMadeCertificates {
  /** The clock of the API server may be behind ours. */
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

  private static final Duration LONGEST = Duration.ofDays(3650);

  /**
   * Labels of at most 63 characters as in RFC 1123; the first one may be an asterisk, and the last
   * one is no number, or else a mistyped address would pass.
   */
  private static final Pattern DNS_NAME =
      Pattern.compile(
          "(?!(.*\\.)?[0-9]+$)(\\*\\.)?[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?)*",
          Pattern.CASE_INSENSITIVE);

  private SelfMadeCertificates() {}

  /**
   * Makes a fresh authority and a serving certificate and writes {@code ca.crt}, {@code tls.key}
   * (mode 0600) and {@code tls.crt} (the leaf, then the authority), each replaced as a whole. The
   * authority's private key is not kept: to renew is to call this again and to hand out the new
   * authority.
   *
   * @param folder created if missing
   * @param names DNS names and IP addresses under which clients reach the webhook; at least one
   * @param validity how long both certificates are valid from now on, from one second to 3650 days;
   *     they are valid for five minutes before now too
   * @param now the current time
   * @return the authority's certificate as PEM, for the {@code caBundle} of a webhook configuration
   * @throws IllegalArgumentException if a name or the validity is out of range
   * @throws IOException if the folder cannot be written
   */
  public static String write(Path folder, List<String> names, Duration validity, Instant now)
      throws IOException {
    if (names.isEmpty()) {
      throw new IllegalArgumentException(
          "a certificate needs at least one DNS name or IP address, such as localhost");
    }
    if (validity.compareTo(Duration.ofSeconds(1)) < 0 || validity.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "a certificate's validity is from one second to 3650 days, not " + validity);
    }
    List<GeneralName> generalNames = names.stream().map(SelfMadeCertificates::name).toList();
    // Certificates count in whole seconds.
    Instant from = now.minus(CLOCK_SKEW).truncatedTo(ChronoUnit.SECONDS);
    Instant until = now.plus(validity).truncatedTo(ChronoUnit.SECONDS);
    CertificateAuthority authority = CertificateAuthority.create(from, until);
    KeyPair keys = CertificateAuthority.newKeys();
    X509Certificate leaf = authority.issue(keys.getPublic(), generalNames, from, until);
    String caBundle = pem(authority.certificate());

    Files.createDirectories(folder);
    PemFile.write(folder.resolve("ca.crt"), caBundle, "rw-r--r--");
    PemFile.write(
        folder.resolve("tls.key"),
        PemFile.block("PRIVATE KEY", keys.getPrivate().getEncoded()),
        "rw-------");
    PemFile.write(folder.resolve("tls.crt"), pem(leaf) + caBundle, "rw-r--r--");
    return caBundle;
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

  private static String pem(X509Certificate certificate) {
    try {
      return PemFile.block("CERTIFICATE", certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate that was just made has no encoding", e);
    }
  }
}
