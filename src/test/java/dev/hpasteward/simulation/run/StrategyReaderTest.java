package dev.hpasteward.simulation.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.policy.Encoding;
import dev.hpasteward.simulation.Plans;
import dev.hpasteward.simulation.controller.MetricStatus;
import dev.hpasteward.simulation.load.LoadKind;
import dev.hpasteward.simulation.workload.Measuring;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** The strategy's metrics read as the controller reads them. */
class StrategyReaderTest {

  @Property(tries = 40)
  void percentagesAreThoseOfTheAutoscalersStatus(
      @ForAll LoadKind kind,
      @ForAll long seed,
      @ForAll @IntRange(max = 120) int lag,
      @ForAll @DoubleRange(min = 0, max = 0.5) double missing) {
    RunPlan plan = Plans.of("sip", Encoding.DOCUMENTED, kind, seed);
    RunPlan measured =
        new RunPlan(
            plan.type(),
            plan.autoscaler(),
            plan.workload().measured(new Measuring(Duration.ofSeconds(lag), missing, 0.1)),
            plan.load(),
            seed,
            plan.duration());

    new Run(measured).play(StrategyReaderTest::assertAlike);
  }

  private static void assertAlike(SyncRecord sync) {
    List<MetricStatus> statuses = sync.result().status().metrics();
    for (int index = 0; index < statuses.size(); index++) {
      MetricStatus status = statuses.get(index);
      if (status.source() != null) {
        assertThat(sync.readings().seen(index)).isEqualTo(status.utilization());
        assertThat(sync.readings().cautious(index)).isLessThanOrEqualTo(status.utilization());
      }
    }
  }
}
