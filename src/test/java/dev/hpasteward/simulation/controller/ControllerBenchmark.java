package dev.hpasteward.simulation.controller;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The simulated controller alone: a day of 5,760 syncs, 100 pods and three metrics. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ControllerBenchmark {

  private final SimulatedDay day = new SimulatedDay();

  @Benchmark
  public Object day() {
    return day.run(SimulatedDay.SYNCS);
  }
}
