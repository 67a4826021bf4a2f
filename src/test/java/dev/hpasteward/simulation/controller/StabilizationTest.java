package dev.hpasteward.simulation.controller;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Windows: what counts, and what a new recommendation takes the place of. */
class StabilizationTest {

  private static final long NOW = 1_000;

  StabilizationTest() {}

  private static Recommendations one(int replicas, long time) {
    return Recommendations.NONE.with(replicas, time, -1);
  }

  @ParameterizedTest(name = "of {0} before, asked for {1}: {2}")
  @CsvSource({"299, 4, 9", "300, 4, 9", "301, 4, 4", "0, 12, 12"})
  void withoutBehaviorOneExactlyAsOldAsTheWindowStillCounts(long age, int wanted, int stable) {
    Stabilization result = Stabilization.byFlag(one(9, NOW - age), wanted, NOW, 300);

    assertThat(result.replicas()).isEqualTo(stable);
    assertThat(result.recommendations().size()).isEqualTo(age > 300 ? 1 : 2);
  }

  @ParameterizedTest(name = "of {0} before, asked for {1} with 6 there: {2}")
  @CsvSource({
    "299, 4, 6",
    "300, 4, 4",
    "301, 4, 4",
    "29, 12, 9",
    "30, 12, 12",
    "31, 12, 12",
    "29, 8, 8",
    "299, 6, 6"
  })
  void withBehaviorOneExactlyAsOldAsAWindowDoesNotCount(long age, int wanted, int stable) {
    Stabilization result = Stabilization.byWindows(one(9, NOW - age), wanted, 6, NOW, 30, 300);

    assertThat(result.replicas()).isEqualTo(stable);
    assertThat(result.recommendations().size()).isEqualTo(age > 300 ? 1 : 2);
  }

  /** An independent reading of the documented rule: stay between the windows' borders. */
  @Property
  void withBehaviorTheResultIsTheNearestToWhatIsThereBetweenLowestAndHighest(
      @ForAll @Size(max = 8) List<@IntRange(max = 50) Integer> earlier,
      @ForAll @IntRange(max = 50) int wanted,
      @ForAll @IntRange(max = 50) int current,
      @ForAll @IntRange(max = 10) int up,
      @ForAll @IntRange(max = 10) int down) {
    Recommendations before = Recommendations.NONE;
    List<Integer> inUp = new ArrayList<>(List.of(wanted));
    List<Integer> inDown = new ArrayList<>(List.of(wanted));
    for (int index = 0; index < earlier.size(); index++) {
      int age = earlier.size() - index;
      before = before.with(earlier.get(index), NOW - age, -1);
      if (age < up) {
        inUp.add(earlier.get(index));
      }
      if (age < down) {
        inDown.add(earlier.get(index));
      }
    }
    int lowest = inUp.stream().min(Integer::compare).orElseThrow();
    int highest = inDown.stream().max(Integer::compare).orElseThrow();

    int stable = Stabilization.byWindows(before, wanted, current, NOW, up, down).replicas();

    assertThat(stable).isBetween(lowest, highest);
    if (current >= lowest && current <= highest) {
      assertThat(stable).isEqualTo(current);
    } else {
      assertThat(stable).isIn(lowest, highest);
    }
  }
}
