package dev.hpasteward.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.ThrowingSupplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cases of domain.md and of the recorded controller, and a search through every per cent. */
class TriggerTest {

  @ParameterizedTest(name = "target {0} with tolerance {1} scales up at {2} %")
  @CsvSource({
    "50, 0, 51",
    "49, 0, 50",
    "50, 0.1, 56",
    "50, 0.5, 76",
    "50, 0.36, 68",
    "65, 0.1, 72",
    "80, 0.1, 89",
    "1, 0, 2",
    "1, 1, 3",
    "50, -0.5, 26"
  })
  void scalesUpOnlyAboveTargetAndTolerance(int target, String tolerance, int percent) {
    assertThat(Trigger.scaleUpAt(target, inController(tolerance))).isEqualTo(percent);
  }

  @ParameterizedTest(name = "target {0} with tolerance {1} scales down at {2} %")
  @CsvSource({
    "50, 0, 49",
    "50, 0.1, 44",
    "50, 0.39, 30",
    "65, 0.39, 39",
    "60, 0.41, 35",
    "70, 0.41, 41",
    "50, 0.40, 29",
    "50, 0.42, 29",
    "1, 0, 0",
    "50, 0.98, 1",
    "50, 0.99, 0",
    "50, 1, -1",
    "50, 1.5, -1",
    "50, 1e9, -1",
    "50, -0.1, 54"
  })
  void scalesDownOnlyBelowTargetAndTolerance(int target, String tolerance, int percent) {
    assertThat(Trigger.scaleDownAt(target, inController(tolerance))).isEqualTo(percent);
  }

  @ParameterizedTest(name = "target {0} with tolerance {1}")
  @CsvSource({
    "2147483647, 0.1",
    "2147483647, 0",
    "2147483646, 0",
    "50, 1e8",
    "50, 1e9999",
    "1, 2147483646"
  })
  void neverScalesUpBeyondWhatTheControllerCanCountAndSaysSoAtOnce(int target, String tolerance) {
    assertThat(atOnce(() -> Trigger.scaleUpAt(target, inController(tolerance))))
        .isEqualTo(Trigger.NEVER);
  }

  @ParameterizedTest(name = "target {0} with tolerance {1}")
  @CsvSource({"2147483647, 0.1, 1932735282", "2147483647, 0, 2147483646", "50, -1e9, 2147483647"})
  void theGreatestTargetsScaleDownToo(int target, String tolerance, int percent) {
    assertThat(atOnce(() -> Trigger.scaleDownAt(target, inController(tolerance))))
        .isEqualTo(percent);
  }

  @Property(tries = 1000)
  void agreesWithASearchThroughEveryPerCent(
      @ForAll @IntRange(min = 1, max = 200) int target,
      @ForAll @BigRange(min = "0", max = "1") @Scale(3) BigDecimal tolerance) {
    double ratio = Quantity.of(tolerance).approximateDouble();
    int up =
        IntStream.rangeClosed(0, 1000)
            .filter(percent -> (double) percent / target > 1.0 + ratio)
            .findFirst()
            .orElseThrow();
    int down =
        IntStream.rangeClosed(0, 1000)
            .filter(percent -> (double) percent / target < 1.0 - ratio)
            .max()
            .orElse(-1);

    assertThat(Trigger.scaleUpAt(target, ratio)).isEqualTo(up);
    assertThat(Trigger.scaleDownAt(target, ratio)).isEqualTo(down);
  }

  @Test
  void oneToleranceHoldsForAllMetrics() {
    assertThat(tolerance(new Trigger.Limit(50, 30), new Trigger.Limit(65, 45)))
        .isEqualTo(new BigDecimal("0.39"));
    assertThat(tolerance(new Trigger.Limit(70, 50), new Trigger.Limit(60, 35)))
        .isEqualTo(new BigDecimal("0.41"));
  }

  @Test
  void aTargetAtItsLimitNeedsNoTolerance() {
    assertThat(tolerance(new Trigger.Limit(31, 30))).isEqualTo(new BigDecimal("0.01"));
    assertThat(tolerance(new Trigger.Limit(30, 30))).isEqualTo(new BigDecimal("0.00"));
  }

  @Test
  void withoutLimitsThereIsNoTolerance() {
    assertThat(Trigger.scaleDownTolerance(List.of())).isEmpty();
  }

  @Test
  void theGreatestTargetHasATolerance() {
    assertThat(tolerance(new Trigger.Limit(2147483647, 30))).isEqualTo(new BigDecimal("1.00"));
  }

  @Property(tries = 1000)
  void theToleranceIsTheSmallestThatKeepsTheLimitWhicheverWayTheDoubleFalls(
      @ForAll @IntRange(min = 2, max = 200) int target,
      @ForAll @IntRange(min = 1, max = 199) int scaleDownAt) {
    BigDecimal found = tolerance(new Trigger.Limit(target, scaleDownAt));

    assertThat(Trigger.scaleDownAt(target, Quantity.of(found).approximateDouble()))
        .isLessThanOrEqualTo(scaleDownAt);
    if (found.signum() > 0) {
      BigDecimal lower = BigDecimal.ONE.subtract(found).add(new BigDecimal("0.01"));
      assertThat(lower.multiply(BigDecimal.valueOf(target)))
          .isGreaterThanOrEqualTo(BigDecimal.valueOf(scaleDownAt + 1L));
    }
  }

  @ParameterizedTest(name = "{0} % with tolerance {1}: target {2}")
  @CsvSource({"50, 0.1, 45", "65, 0.1, 59", "60, 0.1, 54", "50, 0, 49", "2, 0.1, 1", "1, 0.1, 1"})
  void theHighestTargetThatScalesUpInTime(int percent, double tolerance, int target) {
    assertThat(Trigger.targetScalingUpAt(percent, tolerance)).isEqualTo(target);
  }

  private static BigDecimal tolerance(Trigger.Limit... limits) {
    return Trigger.scaleDownTolerance(List.of(limits)).orElseThrow();
  }

  /** A loop that runs away must fail the test, not hang it. */
  private static int atOnce(ThrowingSupplier<Integer> question) {
    return assertTimeoutPreemptively(Duration.ofSeconds(5), question);
  }

  private static double inController(String tolerance) {
    return Quantities.of(tolerance).approximateDouble();
  }
}
