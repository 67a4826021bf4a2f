package dev.hpasteward.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenDurationTest {

  WrittenDurationTest() {}

  @ParameterizedTest
  @CsvSource({"90s, PT90S", "5m, PT5M", "2h, PT2H", "1h30m, PT1H30M", "2d, P2D", "0s, PT0S"})
  void lengthsAreReadAsPeopleWriteThem(String text, Duration length) {
    assertThat(WrittenDuration.of("--x", text)).isEqualTo(length);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "5 m", "-5m", "5m2h", "1.5h", "9999999999s"})
  void whatIsNoLengthIsRefused(String text) {
    assertThatThrownBy(() -> WrittenDuration.of("--x", text))
        .isInstanceOf(UnusableInput.class)
        .hasMessage("--x: \"%s\" is no length of time; write such as 90s, 5m, 1h30m or 2d", text);
  }
}
