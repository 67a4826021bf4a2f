package dev.hpasteward.simulation.controller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.model.RatePolicy;
import dev.hpasteward.model.ScalingRules;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rates of {@code behavior}: roundings, periods and which of several counts. */
class RatesTest {

  private static final long NOW = TimeUnit.SECONDS.toNanos(1_000);

  RatesTest() {}

  private static ScalingRules rules(String select, RatePolicy... rates) {
    return new ScalingRules(
        OptionalInt.of(0), Optional.of(select), List.of(rates), Optional.empty());
  }

  private static ScaleEvents event(int change, long age) {
    return ScaleEvents.NONE.with(change, NOW - TimeUnit.SECONDS.toNanos(age), Long.MIN_VALUE);
  }

  private static ControllerMemory memory(ScaleEvents added, ScaleEvents removed) {
    return new ControllerMemory(Recommendations.NONE, added, removed);
  }

  @ParameterizedTest(name = "{0} {1} of {2}: up to {3}, down to {4}")
  @CsvSource({
    "Pods, 4, 10, 14, 6",
    "Pods, 20, 10, 30, -10",
    "Percent, 10, 50, 56, 45",
    "Percent, 10, 100, 111, 90",
    "Percent, 80, 100, 180, 19",
    "Percent, 100, 7, 14, 0",
    "Percent, 1, 1, 2, 0",
    "Percent, 50, 0, 0, 0",
    "Percent, 2147483647, 1000, 2147483647, -2147483648"
  })
  void aRateIsRoundedAsTheOriginalRoundsIt(
      String type, int value, int current, int highest, int lowest) {
    ScalingRules rules = rules("Max", new RatePolicy(type, value, 60));
    int overflow = highest == Integer.MAX_VALUE ? current : highest;

    assertThat(Rates.highest(rules, current, ControllerMemory.EMPTY, NOW)).isEqualTo(overflow);
    assertThat(Rates.lowest(rules, current, ControllerMemory.EMPTY, NOW)).isEqualTo(lowest);
  }

  @ParameterizedTest(name = "{0}: up to {1}, down to {2}")
  @CsvSource({"Max, 20, 0", "Min, 14, 6", "Disabled, 10, 10", "'', 20, 0"})
  void ofSeveralRatesThePolicySelectsOne(String select, int highest, int lowest) {
    ScalingRules rules =
        rules(select, new RatePolicy("Pods", 4, 60), new RatePolicy("Percent", 100, 60));

    assertThat(Rates.highest(rules, 10, ControllerMemory.EMPTY, NOW)).isEqualTo(highest);
    assertThat(Rates.lowest(rules, 10, ControllerMemory.EMPTY, NOW)).isEqualTo(lowest);
  }

  @ParameterizedTest(name = "{0} s ago: up to {1}, down to {2}")
  @CsvSource({"59, 11, 7", "60, 14, 6", "61, 14, 6"})
  void whatHappenedExactlyAPeriodAgoDoesNotCount(long age, int highest, int lowest) {
    ScalingRules rules = rules("Max", new RatePolicy("Pods", 4, 60));

    assertThat(Rates.highest(rules, 10, memory(event(3, age), ScaleEvents.NONE), NOW))
        .isEqualTo(highest);
    assertThat(Rates.lowest(rules, 10, memory(ScaleEvents.NONE, event(1, age)), NOW))
        .isEqualTo(lowest);
  }

  @Test
  void scalingsInTheOtherDirectionGiveRoom() {
    ScalingRules rules = rules("Max", new RatePolicy("Pods", 4, 60));
    ControllerMemory memory = memory(event(4, 10), event(3, 10));

    assertThat(Rates.highest(rules, 10, memory, NOW)).isEqualTo(13);
    assertThat(Rates.lowest(rules, 10, memory, NOW)).isEqualTo(5);
  }

  @Test
  void anOutdatedScalingGivesItsPlaceToTheNextAndStaysOutdated() {
    ScaleEvents events =
        ScaleEvents.NONE.with(1, 100, 0).with(2, 110, 0).with(3, 300, 150).with(4, 400, 0);

    assertThat(events.size()).isEqualTo(2);
    assertThat(events.changeAfter(0)).isEqualTo(3 + 4);
    assertThat(events.changeAfter(300)).isEqualTo(4);
  }
}
