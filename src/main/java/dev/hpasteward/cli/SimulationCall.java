package dev.hpasteward.cli;

import dev.hpasteward.experiment.Dimension;
import dev.hpasteward.experiment.ParallelRuns;
import dev.hpasteward.experiment.SimulatedRun;
import dev.hpasteward.experiment.Sweep;
import dev.hpasteward.experiment.SweepGrid;
import dev.hpasteward.report.picture.ComparisonPicture;
import dev.hpasteward.report.picture.RunPicture;
import dev.hpasteward.report.picture.SweepPicture;
import dev.hpasteward.report.simulation.RunText;
import dev.hpasteward.report.simulation.Simulated;
import dev.hpasteward.report.simulation.SimulationJson;
import dev.hpasteward.report.simulation.SimulationJunit;
import dev.hpasteward.report.simulation.SimulationReport;
import dev.hpasteward.report.simulation.SweepJson;
import dev.hpasteward.report.simulation.SweepText;
import dev.hpasteward.report.simulation.TableText;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Set;

/** Runs what was asked for, draws it and tells of it. Each returns the exit code. */
final class SimulationCall {

  private static final int BROKEN = 1;

  private final SimulationForm output;
  private final GivenPicture picture;
  private final PrintWriter out;
  private final PrintWriter err;
  private final Palette palette = new Palette(Terminal.wantsColours());
  private final int threads = Runtime.getRuntime().availableProcessors();

  SimulationCall(SimulationForm output, GivenPicture picture, PrintWriter out, PrintWriter err) {
    this.output = output;
    this.picture = picture;
    this.out = out;
    this.err = err;
  }

  int simulated(List<Trial> trials) throws IOException {
    if (trials.size() == 1) {
      Trial trial = trials.get(0);
      SimulatedRun run =
          picture.isWanted()
              ? SimulatedRun.charted(trial.scenario(), trial.candidate())
              : SimulatedRun.of(trial.scenario(), trial.candidate());
      if (picture.isWanted()) {
        picture.write(RunPicture.of(run));
      }
      return told(List.of(run), new RunText(palette), run.summary().isBroken());
    }
    List<SimulatedRun> runs =
        ParallelRuns.of(
            trials,
            trial -> SimulatedRun.of(trial.scenario(), trial.candidate()),
            threads,
            over -> {});
    return told(
        runs,
        TableText.ofScenarios(palette),
        runs.stream().anyMatch(run -> run.summary().isBroken()));
  }

  int compared(Trial trial) throws IOException {
    trial.others().forEach(candidate -> SimulatedFleet.check(candidate.autoscaler()));
    List<SimulatedRun> runs =
        ParallelRuns.of(
            trial.others(),
            candidate -> SimulatedRun.charted(trial.scenario(), candidate),
            threads,
            over -> {});
    if (picture.isWanted()) {
      picture.write(ComparisonPicture.of(runs));
    }
    return told(runs, TableText.ofCandidates(palette), runs.get(0).summary().isBroken());
  }

  int swept(Trial trial, Set<Dimension> dimensions) throws IOException {
    if (output == SimulationForm.junit) {
      throw new UnusableInput("--sweep has no JUnit form: write --output=text or json");
    }
    SweepProgress progress =
        new SweepProgress(err, SweepGrid.around(trial.candidate(), dimensions).size());
    Sweep sweep;
    try {
      sweep = Sweep.of(trial.scenario(), trial.candidate(), dimensions, threads, progress);
    } finally {
      progress.end();
    }
    if (picture.isWanted()) {
      picture.write(SweepPicture.of(sweep));
    }
    if (output == SimulationForm.json) {
      SweepJson.write(sweep, picture.place(), out);
    } else {
      new SweepText(palette).write(sweep, picture.place(), out);
    }
    out.flush();
    return sweep.keeping().isEmpty() ? BROKEN : 0;
  }

  private int told(List<SimulatedRun> runs, SimulationReport text, boolean broken)
      throws IOException {
    SimulationReport report =
        switch (output) {
          case text -> text;
          case json -> new SimulationJson();
          case junit -> new SimulationJunit();
        };
    report.write(new Simulated(runs.get(0).scenario().policy(), runs, picture.place()), out);
    out.flush();
    return broken ? BROKEN : 0;
  }
}
