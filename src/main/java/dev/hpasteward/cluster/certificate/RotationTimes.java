package dev.hpasteward.cluster.certificate;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How long things last.
 *
 * @param life of the certificate that is served
 * @param authorityLife of the authority that issues it; three times that of the certificate or
 *     more, else certificates are cut short by their authority's end
 * @param notice from when every configuration trusts a new authority until it is relied on: API
 *     servers read configurations a moment after they are written
 * @param overlap from a certificate by a new authority until the replicas are asked whether they
 *     serve it: one that starts may still read the Secret of before, and one that is behind no
 *     Service can't be asked
 */
record RotationTimes(Duration life, Duration authorityLife, Duration notice, Duration overlap) {

  RotationTimes {
    positive("hpa-steward.certificate.life", life);
    positive("hpa-steward.certificate.authority-life", authorityLife);
  }

  private static void positive(String name, Duration value) {
    if (value.toSeconds() < 1) {
      throw new IllegalArgumentException(
          name + ": found " + value + ", allowed one second or more, such as 90d");
    }
  }

  /** As configured. */
  @Singleton
  static final class Configured {
    private final RotationTimes times;

    Configured(
        @ConfigProperty(name = "hpa-steward.certificate.life", defaultValue = "90d") Duration life,
        @ConfigProperty(name = "hpa-steward.certificate.authority-life", defaultValue = "365d")
            Duration authorityLife,
        @ConfigProperty(name = "hpa-steward.certificate.notice", defaultValue = "10s")
            Duration notice,
        @ConfigProperty(name = "hpa-steward.certificate.overlap", defaultValue = "10m")
            Duration overlap) {
      this.times = new RotationTimes(life, authorityLife, notice, overlap);
    }

    RotationTimes times() {
      return times;
    }
  }
}
