package dev.hpasteward.simulation.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.policy.Encoding;
import dev.hpasteward.simulation.Plans;
import dev.hpasteward.simulation.controller.AutoscalerStatus;
import dev.hpasteward.simulation.controller.ControllerMemory;
import dev.hpasteward.simulation.controller.StatusWrite;
import dev.hpasteward.simulation.controller.SyncResult;
import dev.hpasteward.simulation.load.LoadKind;
import dev.hpasteward.simulation.workload.FleetState;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Charts of runs of any length. */
class ChartRecorderTest {

  private static final RunPlan PLAN = Plans.of("agent", Encoding.DOCUMENTED, LoadKind.STEP, 1);
  private static final SyncResult NOTHING =
      new SyncResult(
          ControllerMemory.EMPTY,
          AutoscalerStatus.EMPTY,
          AutoscalerStatus.EMPTY,
          StatusWrite.NONE,
          null,
          null,
          null);

  @Property(tries = 30)
  void aCurveIsBoundedAndLosesNeitherLeastNorMostNorTime(
      @ForAll @IntRange(min = 1, max = 20_000) int syncs, @ForAll @IntRange(max = 997) int factor) {
    ChartRecorder recorder = new ChartRecorder(PLAN);
    double most = 0;
    for (int sync = 1; sync <= syncs; sync++) {
      double load = sync * factor % 1009;
      most = Math.max(most, load);
      recorder.observe(record(sync, load, 2, 2));
    }
    Chart chart = recorder.chart();
    List<ChartPoint> points = chart.series().get(0).points();

    assertThat(points).hasSizeBetween(Math.min(syncs, 1000), 2000);
    assertThat(points.stream().mapToDouble(ChartPoint::most).max()).hasValue(most);
    assertThat(points.get(points.size() - 1).last()).isEqualTo(syncs * factor % 1009);
    assertThat(chart.duration()).isEqualTo(syncs);
    long at = 0;
    for (ChartPoint point : points) {
      assertThat(point.from()).isEqualTo(at);
      assertThat(point.least()).isLessThanOrEqualTo(point.most());
      at = point.to();
    }
    assertThat(at).isEqualTo(syncs);
  }

  @Test
  void theFirstEventsAreKeptAndTheOthersCounted() {
    ChartRecorder recorder = new ChartRecorder(PLAN);
    for (int sync = 1; sync <= 700; sync++) {
      recorder.observe(record(sync, 0, sync, sync + 1));
    }
    Chart chart = recorder.chart();

    assertThat(chart.events()).hasSize(500).startsWith(new ChartEvent(1, 1, 2, ""));
    assertThat(chart.eventsLeftOut()).isEqualTo(200);
  }

  @Test
  void whatIsNotKnownIsAGap() {
    ChartRecorder recorder = new ChartRecorder(PLAN);
    recorder.observe(record(1, 0, 2, 2));

    assertThat(recorder.chart().series())
        .filteredOn(series -> series.name().equals("cpu"))
        .singleElement()
        .satisfies(series -> assertThat(series.points().get(0).last()).isNaN());
  }

  @Test
  void aCurveOfAMetricHasItsThresholdsAndTarget() {
    assertThat(new ChartRecorder(PLAN).chart().series())
        .filteredOn(series -> series.name().equals("cpu"))
        .singleElement()
        .satisfies(
            series -> {
              assertThat(series.unit()).isEqualTo(ChartSeries.Unit.PERCENT);
              assertThat(series.scaleUpAt()).hasValue(50);
              assertThat(series.scaleDownAt()).isEmpty();
              assertThat(series.target()).hasValue(50);
            });
  }

  private static SyncRecord record(long time, double load, int replicas, int desired) {
    FleetState fleet = new FleetState(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    Readings readings = new Readings(new double[] {Double.NaN}, new double[] {Double.NaN});
    return new SyncRecord(time, load, fleet, readings, replicas, desired, NOTHING);
  }
}
