package dev.hpasteward.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expected values were printed by resource.ParseQuantity of apimachinery v0.36.3. */
class QuantityTest {

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "0, 0",
    "1, 1",
    "+1, 1",
    "-1, -1",
    "-0, 0",
    "1., 1",
    "1.5, 1.5",
    ".5, 0.5",
    "-.5, -0.5",
    "007, 7",
    "00.10, 0.1",
    "1000m, 1",
    "500m, 0.5",
    "0m, 0",
    "1n, 0.000000001",
    "1u, 0.000001",
    "1k, 1000",
    "1M, 1000000",
    "1G, 1000000000",
    "1T, 1000000000000",
    "1P, 1000000000000000",
    "1E, 1000000000000000000",
    "1Ki, 1024",
    "1.5Ki, 1536",
    "1Mi, 1048576",
    "0.5Gi, 536870912",
    "2Gi, 2147483648",
    "1Ti, 1099511627776",
    "1Pi, 1125899906842624",
    "1Ei, 1152921504606846976",
    "1e3, 1000",
    "1E3, 1000",
    "1e+3, 1000",
    "1e-3, 0.001",
    "1E-3, 0.001",
    "1E+3, 1000",
    "1e0003, 1000",
    "9223372036854775808, 9223372036854775808"
  })
  void readsWhatKubernetesReads(String text, BigDecimal value) {
    assertThat(Quantities.of(text).value()).isEqualByComparingTo(value);
  }

  @ParameterizedTest(name = "\"{0}\"")
  @ValueSource(
      strings = {
        "",
        "1e",
        "1i",
        "1K",
        "1kk",
        "1 ",
        " 1",
        "0x1",
        "1.1.1",
        "--1",
        "+-1",
        "1e3m",
        "1p",
        "1_0",
        "1,5",
        "NaN",
        "Infinity",
        "1d",
        "1f",
        "1L",
        "1e1.5",
        "\u0661",
        "1\n"
      })
  void refusesWhatKubernetesRefuses(String text) {
    assertThat(Quantity.parse(text)).isEmpty();
  }

  @ParameterizedTest(name = "\"{0}\"")
  @ValueSource(strings = {".", "+", "-", "m", ".m", "e3"})
  void refusesTextWithoutADigitThoughKubernetesTakesItForZero(String text) {
    assertThat(Quantity.parse(text)).isEmpty();
  }

  @Test
  void readsUpTo64CharactersAndExponentsOfFourDigits() {
    assertThat(Quantity.parse("1".repeat(64))).isPresent();
    assertThat(Quantity.parse("1".repeat(65))).isEmpty();
    assertThat(Quantity.parse("1e9999")).isPresent();
    assertThat(Quantity.parse("1e10000")).isEmpty();
  }

  @ParameterizedTest(name = "{0} in the controller is {1}")
  @CsvSource({
    "0, 0",
    "2, 2",
    "1k, 1000",
    "1.5, 1.5",
    "0.1, 0.1",
    "0.28, 0.28",
    "0.36, 0.36",
    "0.39, 0.39",
    "0.4, 0.4",
    "0.41, 0.41000000000000003",
    "0.42, 0.42",
    "0.7, 0.7000000000000001",
    "0.123456, 0.123456",
    "0.1234567, 0.1234567",
    "0.1234567891, 0.12345679000000001",
    "0.29999999999, 0.3",
    "1e-10, 1e-9",
    "-0.41, -0.41000000000000003"
  })
  void isTheDoubleThatTheControllerComputesWith(String text, double value) {
    assertThat(Quantities.of(text).approximateDouble()).isEqualTo(value);
  }

  @ParameterizedTest(name = "{0} equals {1}")
  @CsvSource({"1, 1000m", "0, 0.00", "0.10, 100m", "1k, 1e3", "1Ki, 1024"})
  void isEqualToAnotherSpellingOfItsValue(String one, String other) {
    assertThat(Quantities.of(one)).isEqualTo(Quantities.of(other));
    assertThat(Quantities.of(one)).hasSameHashCodeAs(Quantities.of(other));
  }

  @Test
  void isNotEqualToAnotherValueNorToText() {
    assertThat(Quantities.of("1")).isNotEqualTo(Quantities.of("1001m"));
    assertThat(Quantities.of("1")).isNotEqualTo("1");
    assertThat(Quantities.of("1").hashCode()).isNotEqualTo(Quantities.of("2").hashCode());
  }

  @Test
  void showsItselfAsItsAuthorWroteIt() {
    assertThat(Quantities.of("1000m")).hasToString("1000m");
  }

  @ParameterizedTest(name = "{0} is written {1}")
  @CsvSource({"1, 1", "1.50, 1.5", "1E+2, 100", "0.00, 0", "0.000000001, 0.000000001"})
  void aNumberIsWrittenWithoutExponentAndTrailingZeros(BigDecimal value, String text) {
    assertThat(Quantity.of(value)).hasToString(text);
    assertThat(Quantity.of(value).value()).isEqualByComparingTo(value);
  }
}
