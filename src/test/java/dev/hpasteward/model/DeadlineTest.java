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
    "2026-12-31t18:00:00z, 2026-12-31T18:00:00Z"
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
        "1798761600"
      })
  void anythingElseIsNone(String text) {
    assertThat(Deadline.parse(text)).isEmpty();
  }
}
