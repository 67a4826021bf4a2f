package dev.hpasteward.simulation.controller;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Expected texts were printed by labels.Parse and LabelSelectorAsSelector of v0.36.3. */
class SelectorTest {

  SelectorTest() {}

  static Stream<Arguments> texts() throws IOException {
    try (InputStream table =
        Objects.requireNonNull(SelectorTest.class.getResourceAsStream("selectors.tsv"))) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split("\t", -1))
          .map(columns -> Arguments.of(columns[0], columns[1]));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void aScalesSelectorIsReadAsTheOriginalReadsIt(String text, String mistake) {
    assertThat(Objects.requireNonNullElse(ScaleSelector.of(text).mistake(), "")).isEqualTo(mistake);
  }

  private static MetricSelector selector(String key, String operator, String... values) {
    return new MetricSelector(
        Map.of("b", "1", "a", "2"),
        List.of(new MetricSelector.Expression(key, operator, List.of(values))));
  }

  @Test
  void aMetricsSelectorIsPrintedAsGoPrintsIt() {
    assertThat(selector("q", "In", "a", "b"))
        .hasToString(
            """
            &LabelSelector{MatchLabels:map[string]string{a: 2,b: 1,},\
            MatchExpressions:[]LabelSelectorRequirement{\
            LabelSelectorRequirement{Key:q,Operator:In,Values:[a b],},},}""");
    assertThat(MetricSelector.text(null)).isEqualTo("nil");
  }

  @Test
  void whatIsWrongWithAMetricsSelectorIsToldInTheOriginalsWords() {
    String value =
        """
        a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or \
        '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or \
        'my_value',  or '12345', regex used for validation is \
        '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')""";
    String long64 = "x".repeat(64);

    assertThat(selector("q", "In", "a").mistake()).isNull();
    assertThat(selector("q", "Near", "h").mistake())
        .isEqualTo("\"Near\" is not a valid label selector operator");
    assertThat(selector("q", "N\"ear\n").mistake())
        .isEqualTo("\"N\\\"ear\\n\" is not a valid label selector operator");
    assertThat(selector("q", "In").mistake())
        .isEqualTo(
            "values: Invalid value: null: for 'in', 'notin' operators, values set can't be empty");
    assertThat(selector("q", "Exists", "a", "b").mistake())
        .isEqualTo(
            """
            values: Invalid value: ["a","b"]: values set must be empty for exists and does not \
            exist""");
    assertThat(selector("q", "NotIn", "-a", "-a").mistake())
        .isEqualTo(
            """
            [values[0][q]: Invalid value: "-a": %1$s, values[1][q]: Invalid value: "-a": %1$s]"""
                .formatted(value));
    assertThat(selector(long64, "In", long64).mistake())
        .isEqualTo(
            """
            [key: Invalid value: "%1$s": name part must be no more than 63 bytes, \
            values[0][%1$s]: Invalid value: "%1$s": must be no more than 63 bytes]"""
                .formatted(long64));
  }
}
