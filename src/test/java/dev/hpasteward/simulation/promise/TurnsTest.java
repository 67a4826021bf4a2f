package dev.hpasteward.simulation.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often a value turns round, swings below 2 aside. */
class TurnsTest {

  @ParameterizedTest
  @CsvSource({
    "5 5 5, 0",
    "1 2 3 4 5, 0",
    "5 4 3 2 1, 0",
    "1 5 1, 1",
    "5 1 5 1 5, 3",
    "5 6 5 6 5 6, 0",
    "1 3 4 3 4 5 4, 0",
    "1 4 3 2 1 2 3, 2",
  })
  void swingsAreCounted(String values, long expected) {
    Turns turns = new Turns(2);
    DoubleStream.of(parsed(values)).forEach(turns::follow);

    assertThat(turns.count()).isEqualTo(expected);
  }

  private static double[] parsed(String values) {
    return Arrays.stream(values.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
  }
}
