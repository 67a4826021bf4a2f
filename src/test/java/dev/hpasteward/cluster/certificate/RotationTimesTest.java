package dev.hpasteward.cluster.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RotationTimesTest {

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration LESS = Duration.ofMillis(999);

  private static RotationTimes times(Duration life, Duration authorityLife) {
    return new RotationTimes(life, authorityLife, Duration.ZERO, Duration.ZERO);
  }

  @Test
  void aSecondIsTheShortestLife() {
    assertThat(times(SECOND, SECOND).life()).isEqualTo(SECOND);
    assertThatThrownBy(() -> times(LESS, SECOND))
        .hasMessage(
            "hpa-steward.certificate.life: found PT0.999S, allowed one second or more, such as 90d");
    assertThatThrownBy(() -> times(SECOND, LESS))
        .hasMessageStartingWith("hpa-steward.certificate.authority-life: found PT0.999S, ");
  }
}
