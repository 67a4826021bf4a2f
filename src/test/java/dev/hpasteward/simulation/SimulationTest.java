package dev.hpasteward.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hpasteward.policy.Encoding;
import dev.hpasteward.policy.ServiceTypePolicy;
import dev.hpasteward.simulation.load.CsvLoad;
import dev.hpasteward.simulation.load.LoadKind;
import dev.hpasteward.simulation.load.MalformedLoadException;
import dev.hpasteward.simulation.load.RecordedLoad;
import dev.hpasteward.simulation.promise.Promise;
import dev.hpasteward.simulation.promise.PromiseVerdict;
import dev.hpasteward.simulation.run.Chart;
import dev.hpasteward.simulation.run.ChartRecorder;
import dev.hpasteward.simulation.run.RunPlan;
import dev.hpasteward.simulation.run.SyncRecord;
import dev.hpasteward.simulation.workload.KnownWorkloads;
import dev.hpasteward.simulation.workload.Measuring;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole runs. */
class SimulationTest {

  private static final RunPlan PLAN =
      Plans.of("livekit-egress", Encoding.HEADROOM, LoadKind.NOISE, 7);

  @Test
  void theSameSeedGivesTheSameRunToTheByte() {
    ChartRecorder one = new ChartRecorder(PLAN);
    ChartRecorder other = new ChartRecorder(PLAN);

    RunSummary first = Simulation.run(PLAN, one);
    RunSummary second = Simulation.run(PLAN, other);

    assertThat(second).isEqualTo(first).hasToString(first.toString());
    assertThat(other.chart()).hasToString(one.chart().toString());
  }

  @Test
  void anotherSeedGivesAnotherRun() {
    assertThat(Simulation.run(PLAN.seeded(8)).figures())
        .isNotEqualTo(Simulation.run(PLAN).figures());
  }

  @Test
  void observersSeeEverySyncInItsOrder() {
    List<SyncRecord> syncs = new ArrayList<>();

    Simulation.run(PLAN, syncs::add);

    assertThat(syncs).hasSize(480);
    assertThat(syncs.get(0).time()).isEqualTo(RunPlan.SYNC_PERIOD.toNanos());
    assertThat(syncs.get(479).time()).isEqualTo(Duration.ofHours(2).toNanos());
    for (int index = 1; index < syncs.size(); index++) {
      assertThat(syncs.get(index).replicas()).isEqualTo(syncs.get(index - 1).desired());
    }
  }

  @Test
  void everyPromiseHasOneVerdict() {
    assertThat(Simulation.run(PLAN).promises())
        .extracting(PromiseVerdict::promise)
        .containsExactly(Promise.values());
  }

  @Test
  void podHoursAreThoseOfAllPods() {
    ServiceTypePolicy type = PLAN.type();
    RunPlan still =
        new RunPlan(
            type,
            PLAN.autoscaler(),
            KnownWorkloads.of(type),
            seed -> time -> 0,
            1,
            Duration.ofHours(2));

    assertThat(Simulation.run(still).figures().podHours()).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.5, 1})
  void missingSamplesAndLagStopNoRun(double missing) {
    RunPlan lossy =
        new RunPlan(
            PLAN.type(),
            PLAN.autoscaler(),
            KnownWorkloads.of(PLAN.type())
                .measured(new Measuring(Duration.ofMinutes(2), missing, 0.1)),
            PLAN.load(),
            1,
            Duration.ofHours(1));

    assertThat(Simulation.run(lossy).figures().mostDesired()).isBetween(2, 20);
  }

  @Test
  void aRecordedLoadIsPlayed() {
    RunPlan recorded = recorded("time,sessions\n0,1\n600,8\n3600,0\n");

    assertThat(Simulation.run(recorded).figures().mostDesired()).isGreaterThan(8);
  }

  @Test
  void aMalformedRecordingEndsTheRun() {
    assertThatThrownBy(() -> Simulation.run(recorded("0,1\n600,8\n590,9\n")))
        .isInstanceOf(MalformedLoadException.class)
        .hasMessageContaining("line 3, column 1: time goes backwards");
  }

  private static RunPlan recorded(String text) {
    return new RunPlan(
        PLAN.type(),
        PLAN.autoscaler(),
        PLAN.workload(),
        new RecordedLoad(() -> new CsvLoad(new StringReader(text))),
        1,
        Duration.ofHours(1));
  }

  @Test
  void aRunIsAtLeastOneSync() {
    assertThatThrownBy(
            () ->
                new RunPlan(
                    PLAN.type(),
                    PLAN.autoscaler(),
                    PLAN.workload(),
                    PLAN.load(),
                    1,
                    Duration.ofSeconds(14)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least one sync");
  }

  @Test
  void aChartHasACurveForAllThatIsShown() {
    ChartRecorder recorder = new ChartRecorder(PLAN);
    Simulation.run(PLAN, recorder);
    Chart chart = recorder.chart();

    assertThat(chart.series())
        .extracting(series -> series.quantity() + " " + series.name())
        .containsExactly(
            "LOAD wanted",
            "SESSIONS running",
            "WAITING waiting",
            "DESIRED desired",
            "READY ready",
            "TERMINATING terminating",
            "DOCUMENTED_METRIC cpu",
            "DOCUMENTED_METRIC memory",
            "DOCUMENTED_METRIC livekit_egress_available",
            "OTHER_METRIC livekit_egress_needed");
    assertThat(chart.events()).isNotEmpty();
    assertThat(chart.duration()).isEqualTo(Duration.ofHours(2).toNanos());
  }
}
