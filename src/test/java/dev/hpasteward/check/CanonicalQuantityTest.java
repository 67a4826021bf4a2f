package dev.hpasteward.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Quantities as the API server gives them back. */
class CanonicalQuantityTest {

  CanonicalQuantityTest() {}

  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "0, 0",
    "0m, 0",
    "0.9, 900m",
    ".5, 500m",
    "2500m, 2500m",
    "1000m, 1",
    "1000, 1k",
    "1500, 1500",
    "100k, 100k",
    "1000k, 1M",
    "0.1234567891, 123456790n",
    "-0.5, -500m",
    "1Gi, 1Gi",
    "1024Mi, 1Gi",
    "1000Ki, 1000Ki",
    "0.5Ki, 512",
    "1.5Gi, 1536Mi",
    "1e3, 1e3",
    "1500e0, 1500",
    "12E2, 1200",
    "1E, 1E",
    "+3, 3"
  })
  void aQuantityIsWrittenInItsShortestForm(String written, String canonical) {
    assertThat(CanonicalQuantity.of(written)).hasValue(canonical);
  }

  @ParameterizedTest
  @CsvSource({"two", "1x", "''", "1 Gi"})
  void whatIsNoQuantityIsLeft(String written) {
    assertThat(CanonicalQuantity.of(written)).isEmpty();
  }
}
