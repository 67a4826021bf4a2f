package dev.hpasteward.decision;

import static dev.hpasteward.model.Metrics.cpu;
import static dev.hpasteward.model.Metrics.memory;
import static dev.hpasteward.model.Metrics.pods;

import dev.hpasteward.model.Autoscalers;
import dev.hpasteward.model.Surroundings;
import dev.hpasteward.model.Workloads;
import dev.hpasteward.policy.ScalingPolicy;
import dev.hpasteward.policy.StrategyPolicy;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The evaluator alone: from a question as values to its decision. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class EvaluatorBenchmark {

  private final ScalingPolicy policy = StrategyPolicy.policy();
  private final Surroundings around = Surroundings.none(true).inNamespace(Map.of());
  private final Question autoscaler = Questions.creation(Autoscalers.egress().build(), around);
  private final Question violating =
      Questions.creation(
          Autoscalers.egress()
              .metrics(cpu(80), memory(90), pods("livekit_egress_available", "3"))
              .upWindow(120)
              .downWindow(60)
              .build(),
          around);
  private final Question workload = Questions.creation(Workloads.of("livekit-egress"), around);

  @Benchmark
  public Decision autoscaler() {
    return Evaluator.evaluate(autoscaler, policy);
  }

  @Benchmark
  public Decision violatingAutoscaler() {
    return Evaluator.evaluate(violating, policy);
  }

  @Benchmark
  public Decision workload() {
    return Evaluator.evaluate(workload, policy);
  }
}
