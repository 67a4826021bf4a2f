package dev.hpasteward.simulation;

import dev.hpasteward.simulation.promise.PromiseChecks;
import dev.hpasteward.simulation.run.FigureCounter;
import dev.hpasteward.simulation.run.Run;
import dev.hpasteward.simulation.run.RunObserver;
import dev.hpasteward.simulation.run.RunPlan;
import dev.hpasteward.simulation.run.SyncRecord;
import java.util.ArrayList;
import java.util.List;

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
    List<RunObserver> all = new ArrayList<>(List.of(figures, promises));
    all.addAll(List.of(observers));
    new Run(plan).play(new Audience(all));
    return new RunSummary(figures.figures(), promises.verdicts());
  }

  /** Several who watch, in this order. */
  private record Audience(List<RunObserver> observers) implements RunObserver {

    @Override
    public void begin(double load) {
      for (RunObserver observer : observers) {
        observer.begin(load);
      }
    }

    @Override
    public void observe(SyncRecord sync) {
      for (RunObserver observer : observers) {
        observer.observe(sync);
      }
    }
  }
}
