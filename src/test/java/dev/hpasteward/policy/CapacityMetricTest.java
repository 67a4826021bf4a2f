package dev.hpasteward.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapacityMetricTest {

  @ParameterizedTest
  @CsvSource({
    "livekit_egress_available, livekit_egress_needed",
    "custom_metric,            custom_metric_needed",
    "available_rooms,          available_rooms_needed",
    "_available,               _needed",
    "available,                available_needed",
  })
  void theHeadroomNameFollowsFromTheMetricsName(String name, String headroomName) {
    assertThat(metric(name, Optional.empty()).headroomName()).isEqualTo(headroomName);
  }

  @Test
  void thePolicysHeadroomNameComesFirst() {
    assertThat(metric("livekit_egress_available", Optional.of("workers_wanted")).headroomName())
        .isEqualTo("workers_wanted");
  }

  @ParameterizedTest
  @CsvSource({
    "0.999, false",
    "1, true",
    "1.000, true",
    "2, true",
    "2.999, true",
    "3, false",
    "3.0, false",
    "4, false",
    "-1, false",
  })
  void aDocumentedValueIsAtLeastTheScaleUpThresholdAndBelowTheScaleDownThreshold(
      BigDecimal value, boolean allowed) {
    assertThat(metric("m", Optional.empty()).allowsDocumentedValue(value)).isEqualTo(allowed);
  }

  private static CapacityMetric metric(String name, Optional<String> headroomName) {
    return new CapacityMetric(
        name,
        false,
        BigDecimal.valueOf(1),
        BigDecimal.valueOf(3),
        Encoding.DOCUMENTED,
        headroomName);
  }
}
