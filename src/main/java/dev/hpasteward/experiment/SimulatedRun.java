package dev.hpasteward.experiment;

import dev.hpasteward.simulation.RunSummary;
import dev.hpasteward.simulation.Simulation;
import dev.hpasteward.simulation.run.Chart;
import dev.hpasteward.simulation.run.ChartRecorder;
import dev.hpasteward.simulation.run.RunPlan;
import java.util.Optional;

/**
 * A run that is over.
 *
 * @param scenario what the HPA was tried in
 * @param candidate the HPA
 * @param summary what it came to
 * @param chart what it looks like, where somebody wants to see it
 */
public record SimulatedRun(
    Scenario scenario, Candidate candidate, RunSummary summary, Optional<Chart> chart) {

  /** Runs it. */
  public static SimulatedRun of(Scenario scenario, Candidate candidate) {
    return of(scenario, candidate, false);
  }

  /** Runs it and remembers what it looks like. */
  public static SimulatedRun charted(Scenario scenario, Candidate candidate) {
    return of(scenario, candidate, true);
  }

  private static SimulatedRun of(Scenario scenario, Candidate candidate, boolean charted) {
    try (LoadSource.Opened load = scenario.load().open()) {
      RunPlan plan =
          new RunPlan(
              scenario.type(),
              candidate.autoscaler(),
              candidate.flags(),
              candidate.workload(),
              load.shape(),
              scenario.seed(),
              scenario.length());
      if (!charted) {
        return new SimulatedRun(scenario, candidate, Simulation.run(plan), Optional.empty());
      }
      ChartRecorder recorder = new ChartRecorder(plan);
      RunSummary summary = Simulation.run(plan, recorder);
      return new SimulatedRun(scenario, candidate, summary, Optional.of(recorder.chart()));
    }
  }
}
