package dev.hpasteward.simulation;

import dev.hpasteward.simulation.promise.PromiseChecks;
import dev.hpasteward.simulation.run.FigureCounter;
import dev.hpasteward.simulation.run.Run;
import dev.hpasteward.simulation.run.RunObserver;
import dev.hpasteward.simulation.run.RunPlan;

/** The door: runs a plan. It keeps nothing of a run, so runs may go on side by side. */
public final class Simulation {

  private Simulation() {}

  /**
   * Runs a plan.
   *
   * @param plan what to run
   * @param observers who else watches, such as a {@link
   *     dev.hpasteward.simulation.run.ChartRecorder}
   * @throws dev.hpasteward.simulation.load.MalformedLoadException if a recorded load is malformed
   * @throws java.io.UncheckedIOException if a recorded load can't be read
   */
  public static RunSummary run(RunPlan plan, RunObserver... observers) {
    FigureCounter figures = new FigureCounter(plan);
    PromiseChecks promises = PromiseChecks.of(plan, figures);
    new Run(plan)
        .play(
            sync -> {
              figures.observe(sync);
              promises.observe(sync);
              for (RunObserver observer : observers) {
                observer.observe(sync);
              }
            });
    return new RunSummary(figures.figures(), promises.verdicts());
  }
}
