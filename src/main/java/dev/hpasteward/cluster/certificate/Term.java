package dev.hpasteward.cluster.certificate;

import dev.hpasteward.certificate.IssuingAuthority;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;

/**
 * From when until when a certificate counts.
 *
 * @param issued when it was made, which is later than it begins to be valid
 * @param until when it expires
 */
record Term(Instant issued, Instant until) {

  static Term of(X509Certificate certificate) {
    return new Term(
        certificate.getNotBefore().toInstant().plus(IssuingAuthority.CLOCK_SKEW),
        certificate.getNotAfter().toInstant());
  }

  boolean over(Instant now) {
    return !now.isBefore(until);
  }

  /** Whether two thirds of it have passed. */
  boolean due(Instant now) {
    return !now.isBefore(until.minus(Duration.between(issued, until).dividedBy(3)));
  }
}
