package dev.hpasteward.certificate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Makes a certificate for the webhook where nobody else does: a laptop, a demo, a test cluster. */
public final class SelfMadeCertificates {
  private static final Duration LONGEST = Duration.ofDays(3650);

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
    IssuingAuthority authority = IssuingAuthority.create(validity, now);
    PairText pair = authority.issue(names, validity, now);
    String caBundle = authority.text().certificates();

    Files.createDirectories(folder);
    PemFile.write(folder.resolve("ca.crt"), caBundle, "rw-r--r--");
    PemFile.write(folder.resolve("tls.key"), pair.key(), "rw-------");
    PemFile.write(folder.resolve("tls.crt"), pair.certificates(), "rw-r--r--");
    return caBundle;
  }
}
