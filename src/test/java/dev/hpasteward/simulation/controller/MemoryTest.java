package dev.hpasteward.simulation.controller;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the controller remembers does not grow with the length of a run. */
class MemoryTest {

  MemoryTest() {}

  @Test
  void isAsLargeAsTheLongestWindowAndPeriodNeed() {
    SimulatedDay.Result day = new SimulatedDay().run(SimulatedDay.SYNCS);
    SimulatedDay.Result week = new SimulatedDay().run(7 * SimulatedDay.SYNCS);

    assertThat(day.scalings()).isGreaterThan(100);
    assertThat(week.memory().recommendations().size())
        .isEqualTo(day.memory().recommendations().size())
        .isLessThanOrEqualTo(22);
    assertThat(week.memory().added().size()).isLessThanOrEqualTo(6);
    assertThat(week.memory().removed().size()).isLessThanOrEqualTo(6);
  }
}
