package dev.hpasteward.simulation.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many sessions end in a step, on average over many steps. */
class DeparturesTest {

  private static final int TRIES = 200_000;

  @ParameterizedTest
  @CsvSource({"1, 0.01", "10, 0.02", "300, 0.005", "1000, 5", "5000, 0.5", "3, 0.000001"})
  void asManyEndAsTheirMeanLengthSays(int sessions, double step) {
    Departures departures = new Departures(step, sessions, new SplittableRandom(7));
    double chance = -Math.expm1(-step);
    int tries = Math.max(1000, TRIES / sessions);
    double sum = 0;
    for (int index = 0; index < tries; index++) {
      int ended = departures.among(sessions);
      assertThat(ended).isBetween(0, sessions);
      sum += ended;
    }
    double deviation = Math.sqrt(sessions * chance * (1 - chance) / tries);

    assertThat(sum / tries).isCloseTo(sessions * chance, within(5 * deviation + 1e-9));
  }
}
