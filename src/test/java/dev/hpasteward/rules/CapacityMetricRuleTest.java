package dev.hpasteward.rules;

import static dev.hpasteward.model.Metrics.external;
import static dev.hpasteward.model.Metrics.externalValue;
import static dev.hpasteward.model.Metrics.pods;
import static dev.hpasteward.model.Metrics.podsValue;
import static dev.hpasteward.model.Metrics.podsWithSelector;
import static dev.hpasteward.policy.RuleId.CUSTOM_METRIC_TARGET;
import static dev.hpasteward.policy.RuleId.EXTRA_METRIC;
import static dev.hpasteward.policy.RuleId.INVERTED_METRIC;
import static dev.hpasteward.policy.RuleId.METRIC_TYPE;
import static dev.hpasteward.policy.RuleId.MISSING_METRIC;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.model.Autoscalers;
import dev.hpasteward.model.FieldPath;
import dev.hpasteward.model.Metrics;
import dev.hpasteward.policy.StrategyPolicy;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CapacityMetricRuleTest {
  private static final String AVAILABLE = "livekit_egress_available";
  private static final String NEEDED = "livekit_egress_needed";
  private static final FieldPath FIRST = FieldPath.of("spec.metrics").index(0);

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"1", "1000m", "1.0", "2", "2999m"})
  void aDocumentedValueFromOneToBelowThreePasses(String value) {
    assertThat(egress(pods(AVAILABLE, value)).by(CUSTOM_METRIC_TARGET)).isEmpty();
  }

  @ParameterizedTest(name = "{0}, distance {1}")
  @CsvSource({"500m, 0.5", "999m, 0.001", "3, 0", "3000m, 0", "3001m, 0.001", "10, 7"})
  void anyOtherDocumentedValueIsRefused(String value, double distance) {
    assertThat(egress(pods(AVAILABLE, value)).by(CUSTOM_METRIC_TARGET))
        .containsExactly(
            Violation.of(
                    CUSTOM_METRIC_TARGET,
                    FIRST.field("pods").field("target").field("averageValue"),
                    value,
                    "at least 1 and below 3",
                    "set it to 1")
                .distance(distance)
                .correctedBy("1"));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"1", "500m"})
  void theDocumentedFormIsAlwaysToldThatItNeverScalesUp(String value) {
    assertThat(egress(pods(AVAILABLE, value)).by(INVERTED_METRIC))
        .containsExactly(
            Violation.of(
                    INVERTED_METRIC,
                    FIRST,
                    "Pods livekit_egress_available",
                    "External livekit_egress_needed, averageValue 1",
                    "use External livekit_egress_needed with averageValue 1 (headroom form):"
                        + " it rises with load")
                .because(
                    "livekit_egress_available falls as load rises, so the HPA never scales up on"
                        + " it"));
  }

  @Test
  void theDocumentedFormIsAnAverage() {
    Judged judged = egress(podsValue(AVAILABLE, "1"));

    assertThat(judged.by(METRIC_TYPE))
        .containsExactly(
            Violation.of(
                    METRIC_TYPE,
                    FIRST.field("pods").field("target"),
                    "value 1",
                    "averageValue at least 1 and below 3",
                    "replace it with type: AverageValue, averageValue: 1")
                .correctedBy(Map.of("type", "AverageValue", "averageValue", "1")));
    assertThat(judged.by(CUSTOM_METRIC_TARGET)).isEmpty();
    assertThat(judged.by(INVERTED_METRIC)).hasSize(1);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"1", "1000m"})
  void theHeadroomFormWithOnePasses(String value) {
    Judged judged = egress(external(NEEDED, value));

    assertThat(judged.rules())
        .doesNotContain(CUSTOM_METRIC_TARGET, METRIC_TYPE, INVERTED_METRIC, EXTRA_METRIC);
    assertThat(judged.by(MISSING_METRIC))
        .extracting(Violation::found)
        .containsExactly("no cpu metric", "no memory metric");
  }

  @ParameterizedTest(name = "{0}, distance {1}")
  @CsvSource({"2, 1", "500m, 0.5", "1001m, 0.001"})
  void theHeadroomFormWithAnotherValueIsRefused(String value, double distance) {
    assertThat(egress(external(NEEDED, value)).by(CUSTOM_METRIC_TARGET))
        .containsExactly(
            Violation.of(
                    CUSTOM_METRIC_TARGET,
                    FIRST.field("external").field("target").field("averageValue"),
                    value,
                    "1, since the metric counts the replicas needed",
                    "set it to 1")
                .distance(distance)
                .correctedBy("1"));
  }

  @Test
  void theHeadroomFormIsAnAverage() {
    assertThat(egress(externalValue(NEEDED, "1")).by(METRIC_TYPE))
        .containsExactly(
            Violation.of(
                    METRIC_TYPE,
                    FIRST.field("external").field("target"),
                    "value 1",
                    "averageValue 1",
                    "replace it with type: AverageValue, averageValue: 1")
                .correctedBy(Map.of("type", "AverageValue", "averageValue", "1")));
  }

  @Test
  void bothFormsMayStandTogetherAndEachIsJudged() {
    Judged judged = egress(pods(AVAILABLE, "1"), external(NEEDED, "1"));

    assertThat(judged.rules()).doesNotContain(CUSTOM_METRIC_TARGET, METRIC_TYPE, EXTRA_METRIC);
    assertThat(judged.by(INVERTED_METRIC)).hasSize(1);
    assertThat(egress(pods(AVAILABLE, "3"), external(NEEDED, "2")).by(CUSTOM_METRIC_TARGET))
        .extracting(Violation::found)
        .containsExactly("3", "2");
  }

  @Test
  void withASelectorItIsAnotherMetric() {
    Judged judged = egress(podsWithSelector(AVAILABLE, "7"));

    assertThat(judged.rules()).doesNotContain(CUSTOM_METRIC_TARGET, INVERTED_METRIC);
    assertThat(judged.by(MISSING_METRIC))
        .extracting(Violation::found)
        .contains("no livekit_egress_available metric");
    assertThat(judged.by(EXTRA_METRIC))
        .extracting(Violation::found)
        .containsExactly("metric \"livekit_egress_available\" with a selector");
  }

  @Test
  void aMetricOfTheDocumentedNameThatIsNotOfThePodsIsAnotherMetric() {
    assertThat(egress(external(AVAILABLE, "7")).rules())
        .doesNotContain(CUSTOM_METRIC_TARGET, INVERTED_METRIC)
        .contains(EXTRA_METRIC, MISSING_METRIC);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"5", "9999m"})
  void aPlaceholderUnderItsLiteralNameIsJudgedAndPasses(String value) {
    assertThat(sip(pods("custom_metric", value)).rules())
        .doesNotContain(CUSTOM_METRIC_TARGET)
        .contains(INVERTED_METRIC);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"4999m", "10"})
  void aPlaceholderUnderItsLiteralNameIsJudgedAndRefused(String value) {
    assertThat(sip(pods("custom_metric", value)).by(CUSTOM_METRIC_TARGET))
        .extracting(Violation::allowed)
        .containsExactly("at least 5 and below 10");
  }

  private static Judged egress(Metrics.Entry... metrics) {
    return Judged.autoscaler(
        Autoscalers.bare("livekit-egress").metrics(metrics), StrategyPolicy.egress());
  }

  private static Judged sip(Metrics.Entry... metrics) {
    return Judged.autoscaler(Autoscalers.bare("sip").metrics(metrics), StrategyPolicy.sip());
  }
}
