package dev.hpasteward.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResourceThresholdsTest {

  @ParameterizedTest
  @CsvSource({"29, false", "30, false", "31, true", "49, true", "50, true", "51, false"})
  void aTargetLiesAboveTheScaleDownThresholdAndAtMostAtTheScaleUpThreshold(
      int target, boolean allowed) {
    ResourceThresholds thresholds = new ResourceThresholds(50, OptionalInt.of(30));

    assertThat(thresholds.allowsTarget(target)).isEqualTo(allowed);
    assertThat(thresholds.lowestTarget()).isEqualTo(31);
  }

  @Test
  void withoutAScaleDownThresholdAnyTargetFromOneWillDo() {
    ResourceThresholds thresholds = new ResourceThresholds(50, OptionalInt.empty());

    assertThat(thresholds.lowestTarget()).isEqualTo(1);
    assertThat(thresholds.allowsTarget(0)).isFalse();
    assertThat(thresholds.allowsTarget(1)).isTrue();
    assertThat(thresholds.allowsTarget(50)).isTrue();
    assertThat(thresholds.allowsTarget(51)).isFalse();
  }
}
