package dev.hpasteward.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapacityMetricTest {

  @ParameterizedTest(name = "{0} becomes {1}")
  @CsvSource({
    "livekit_egress_available, livekit_egress_needed",
    "custom_metric, custom_metric_needed",
    "available, available_needed",
    "available_workers, available_workers_needed",
    "_available, _needed"
  })
  void theHeadroomNameSaysWhatIsNeeded(String name, String headroom) {
    assertThat(metric(name, Optional.empty()).headroomName()).isEqualTo(headroom);
  }

  @Test
  void thePolicysOwnHeadroomNameGoesFirst() {
    assertThat(metric("livekit_egress_available", Optional.of("egress_wanted")).headroomName())
        .isEqualTo("egress_wanted");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "0.999, false",
    "1, true",
    "1.00, true",
    "2.999, true",
    "3, false",
    "3.0, false",
    "4, false"
  })
  void aDocumentedValueLiesBetweenTheThresholds(BigDecimal value, boolean allowed) {
    assertThat(metric("free", Optional.empty()).allowsDocumentedValue(value)).isEqualTo(allowed);
  }

  private static CapacityMetric metric(String name, Optional<String> headroomName) {
    return new CapacityMetric(
        name, false, BigDecimal.ONE, new BigDecimal("3"), Encoding.DOCUMENTED, headroomName);
  }
}
