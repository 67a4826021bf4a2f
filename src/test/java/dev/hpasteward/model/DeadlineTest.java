package dev.hpasteward.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlineTest {

  @ParameterizedTest(name = "{0} means {1}")
  @CsvSource({
    "2026-12-31, 2027-01-01T00:00:00Z",
    "2028-02-28, 2028-02-29T00:00:00Z",
    "2026-12-31T18:00:00Z, 2026-12-31T18:00:00Z",
    "2026-12-31T18:00:00.5Z, 2026-12-31T18:00:00.5Z",
    "2026-12-31T18:00:00+02:00, 2026-12-31T16:00:00Z",
    "2026-12-31t18:00:00z, 2026-12-31T18:00:00Z",
    "2026-12-31T18:00:00.123456789-17:30, 2027-01-01T11:30:00.123456789Z",
    "0000-01-01, 0000-01-02T00:00:00Z",
    "9999-12-31, +10000-01-01T00:00:00Z",
    "9999-12-31T23:59:59-18:00, +10000-01-01T17:59:59Z"
  })
  void aDateMeansItsEndAndATimeItself(String text, Instant instant) {
    assertThat(Deadline.parse(text)).contains(instant);
  }

  @ParameterizedTest(name = "\"{0}\"")
  @ValueSource(
      strings = {
        "",
        "tomorrow",
        "2026-13-01",
        "2026-02-30",
        "2026/12/31",
        "31.12.2026",
        "2026-12-31T18:00:00",
        "2026-12-31 18:00:00Z",
        "2026-02-30T00:00:00Z",
        " 2026-12-31",
        "20261231",
        "1798761600",
        "+12345-12-31T18:00:00Z",
        "-0001-12-31T18:00:00Z",
        "2026-12-31T18:00Z",
        "2026-12-31T18:00:00+02",
        "2026-12-31T18:00:00+0200",
        "2026-12-31T24:00:00Z",
        "2026-12-31T23:59:60Z",
        "2026-12-31\n"
      })
  void anythingElseIsNone(String text) {
    assertThat(Deadline.parse(text)).isEmpty();
  }
}
