package dev.hpasteward.simulation;

import dev.hpasteward.policy.Encoding;
import dev.hpasteward.policy.ServiceTypePolicy;
import dev.hpasteward.simulation.controller.AutoscalerSpec;
import dev.hpasteward.simulation.load.LoadKind;
import dev.hpasteward.simulation.load.LoadShape;
import dev.hpasteward.simulation.run.RunPlan;
import dev.hpasteward.simulation.workload.KnownWorkloads;
import dev.hpasteward.simulation.workload.WorkloadModel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * A day of one service with 100 pods (5,760 syncs; to take at most 100 ms), and two hours as a
 * sweep runs them (a thousand on two cores to take at most a minute: 120 ms each).
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SimulationBenchmark {

  private static final Duration DAY = Duration.ofHours(24);
  private static final int PODS = 100;

  @Param({"livekit-egress", "sip", "sfu", "agent"})
  private String type = "agent";

  private RunPlan day = plan();
  private RunPlan twoHours = Plans.of(type, Encoding.HEADROOM, LoadKind.DIURNAL, 1);

  @Setup
  public void plans() {
    day = plan();
    twoHours = Plans.of(type, Encoding.HEADROOM, LoadKind.DIURNAL, 1);
  }

  private RunPlan plan() {
    ServiceTypePolicy policy = Plans.type(type, Encoding.HEADROOM);
    AutoscalerSpec generated = Plans.generated(policy);
    AutoscalerSpec large =
        new AutoscalerSpec(
            generated.namespace(),
            generated.name(),
            generated.target(),
            PODS,
            PODS + 20,
            generated.metrics(),
            generated.behavior());
    WorkloadModel workload = KnownWorkloads.of(policy);
    double most = (double) PODS * workload.sessionsPerPod();
    LoadShape load = LoadKind.DIURNAL.between(0.2 * most, 0.55 * most, DAY);
    return new RunPlan(policy, large, workload, load, 1, DAY);
  }

  @Benchmark
  public RunSummary day() {
    return Simulation.run(day);
  }

  @Benchmark
  public RunSummary twoHours() {
    return Simulation.run(twoHours);
  }
}
