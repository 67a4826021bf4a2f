package dev.hpasteward.simulation.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each shape wants at a time, over eight hours between 10 and 110 sessions. */
class LoadShapesTest {

  private static final Duration RUN = Duration.ofHours(8);

  @ParameterizedTest
  @CsvSource({
    "step, 0, 10",
    "step, 119, 10",
    "step, 120, 110",
    "step, 299, 110",
    "step, 300, 10",
    "ramp, 0, 10",
    "ramp, 120, 10",
    "ramp, 180, 60",
    "ramp, 240, 110",
    "ramp, 300, 60",
    "ramp, 360, 10",
    "ramp, 480, 10",
    "spike, 119, 10",
    "spike, 120, 110",
    "spike, 159, 110",
    "spike, 160, 10",
    "diurnal, 0, 10",
    "diurnal, 120, 60",
    "diurnal, 240, 110",
    "diurnal, 480, 10",
    "sawtooth, 0, 10",
    "sawtooth, 60, 60",
    "sawtooth, 120, 10",
    "sawtooth, 180, 60",
  })
  void aShapeHasThisValueAtThisMinute(String kind, long minute, double expected) {
    LoadCursor load = LoadKind.of(kind).orElseThrow().between(10, 110, RUN).play(1);

    assertThat(load.sessionsAt(TimeUnit.MINUTES.toNanos(minute))).isCloseTo(expected, within(1e-6));
  }

  @Property(tries = 100)
  void everyShapeStaysBetweenItsLevelsAndIsRepeatable(
      @ForAll LoadKind kind,
      @ForAll @DoubleRange(min = 0, max = 1e6) double low,
      @ForAll @DoubleRange(min = 0, max = 1e6) double more,
      @ForAll long seed) {
    LoadShape shape = kind.between(low, low + more, RUN);
    LoadCursor one = shape.play(seed);
    LoadCursor other = shape.play(seed);

    for (int minute = 0; minute <= 480; minute += 7) {
      long time = TimeUnit.MINUTES.toNanos(minute);
      double sessions = one.sessionsAt(time);
      assertThat(sessions).isBetween(low - 1e-6, low + more + 1e-6);
      assertThat(other.sessionsAt(time)).isEqualTo(sessions);
    }
  }

  @Test
  void noiseOfOneSeedIsNotThatOfAnotherSomeTimeLater() {
    LoadShape noise = new NoiseLoad(new Levels(0, 100), 1);
    double somewhere = noise.play(1).sessionsAt(500);

    LoadCursor other = noise.play(2);
    for (long time = 0; time < 2000; time++) {
      assertThat(other.sessionsAt(time)).isNotEqualTo(somewhere);
    }
  }

  @Test
  void noiseDependsOnItsSeed() {
    LoadShape noise = LoadKind.NOISE.between(0, 100, RUN);

    assertThat(noise.play(1).sessionsAt(0)).isNotEqualTo(noise.play(2).sessionsAt(0));
  }

  @Test
  void aRecordedLoadIsAStraightLineFromPointToPoint() {
    List<LoadPoint> recorded =
        List.of(
            new LoadPoint(10, 100),
            new LoadPoint(20, 200),
            new LoadPoint(20, 50),
            new LoadPoint(30, 0));
    LoadShape shape =
        new RecordedLoad(
            () -> {
              Iterator<LoadPoint> points = recorded.iterator();
              return () -> points.hasNext() ? points.next() : null;
            });
    LoadCursor load = shape.play(1);

    assertThat(load.sessionsAt(0)).isEqualTo(100);
    assertThat(load.sessionsAt(15)).isEqualTo(150);
    assertThat(load.sessionsAt(20)).isEqualTo(50);
    assertThat(load.sessionsAt(25)).isEqualTo(25);
    assertThat(load.sessionsAt(99)).isZero();
    assertThat(shape.play(1).sessionsAt(12)).isEqualTo(120);
  }

  @Test
  void anEmptyRecordingIsNoLoad() {
    assertThat(new RecordedLoad(() -> () -> null).play(1).sessionsAt(5)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"-1, 5", "5, 4", "NaN, 5", "0, NaN", "0, Infinity"})
  void levelsThatAreNoneAreRefused(double low, double high) {
    assertThatThrownBy(() -> new Levels(low, high))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0 <= low <= high");
  }

  @Test
  void anUnknownKindIsNone() {
    assertThat(LoadKind.of("tsunami")).isEmpty();
    assertThat(LoadKind.of("diurnal")).contains(LoadKind.DIURNAL);
  }
}
