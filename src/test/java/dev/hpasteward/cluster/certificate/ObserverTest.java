package dev.hpasteward.cluster.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.certificate.IssuingAuthority;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ObserverTest {

  private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

  private static X509Certificate authority(int days) {
    return IssuingAuthority.create(Duration.ofDays(days), NOW).certificate();
  }

  @Test
  void ofSeveralOldAuthoritiesTheOneThatEndsLastIsWaitedFor() {
    Holdings held =
        new Holdings(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(authority(2), authority(9), authority(5)),
            List.of());

    assertThat(new Observer(() -> 0).look(held, List.of(), true).previous())
        .hasValueSatisfying(
            previous -> assertThat(previous.until()).isEqualTo(NOW.plus(Duration.ofDays(9))));
  }
}
