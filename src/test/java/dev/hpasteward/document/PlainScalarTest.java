package dev.hpasteward.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Letters without quotes, as kubectl reads them; a test asks kubectl about the same ones. */
class PlainScalarTest {

  PlainScalarTest() {}

  @ParameterizedTest
  @CsvSource({
    "true, true",
    "True, true",
    "tRUE, '\"tRUE\"'",
    "yes, true",
    "y, true",
    "on, true",
    "no, false",
    "n, false",
    "Off, false",
    "~, null",
    "null, null",
    "Null, null",
    "nULL, '\"nULL\"'",
    "'', null",
    "0, 0",
    "-0, 0",
    "+5, 5",
    "50, 50",
    "1_000, 1000",
    "010, 8",
    "0o10, 8",
    "08, 8",
    "0x1F, 31",
    "0b101, 5",
    "-0x10, -16",
    "50.0, 50",
    "0.5, 0.5",
    ".5, 0.5",
    "5., 5",
    "1e3, 1000",
    "1.5e-3, 0.0015",
    "9223372036854775807, 9223372036854775807",
    "18446744073709551615, 1.8446744073709552E19",
    "100m, '\"100m\"'",
    "1:30, '\"1:30\"'",
    "2026-11-28, '\"2026-11-28\"'",
    "1.2.3, '\"1.2.3\"'",
    "-, '\"-\"'",
    "--1, '\"--1\"'",
    "0x, '\"0x\"'",
    "livekit-egress, '\"livekit-egress\"'",
    "٣, '\"٣\"'",
  })
  void lettersWithoutQuotesMeanWhatKubectlTakesThemFor(String letters, String json) {
    assertThat(PlainScalar.read(letters)).map(Object::toString).hasValue(json);
  }

  @ParameterizedTest
  @ValueSource(strings = {".nan", ".NaN", ".inf", "-.Inf", "+.INF"})
  void whatJsonHasNoWordForIsNothing(String letters) {
    assertThat(PlainScalar.read(letters)).isEmpty();
  }
}
