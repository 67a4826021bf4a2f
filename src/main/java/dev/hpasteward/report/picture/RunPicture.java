package dev.hpasteward.report.picture;

import dev.hpasteward.experiment.SimulatedRun;
import dev.hpasteward.report.simulation.OutcomeText;
import dev.hpasteward.report.simulation.RunTitle;
import dev.hpasteward.simulation.run.Chart;
import dev.hpasteward.simulation.run.ChartSeries;
import dev.hpasteward.simulation.run.ChartSeries.Quantity;
import java.util.ArrayList;
import java.util.List;

/** One run: load, each metric against its thresholds, pods, promises, scalings. */
public final class RunPicture {

  private RunPicture() {}

  /** The picture of a run that was charted. */
  public static Picture of(SimulatedRun run) {
    Chart chart = run.chart().orElseThrow();
    List<Double> times = DrawnCurves.times(chart);
    List<Panel> panels = new ArrayList<>();
    List<ChartSeries> sessions =
        Panels.series(chart, List.of(Quantity.LOAD, Quantity.SESSIONS, Quantity.WAITING)).stream()
            .filter(
                series -> series.quantity() != Quantity.WAITING || Panels.isEverPositive(series))
            .toList();
    panels.add(
        Panels.overTime("Load and sessions", "sessions", times, Panels.named(sessions), List.of()));
    for (ChartSeries metric : Panels.metrics(chart)) {
      panels.add(
          Panels.overTime(
              Panels.title(metric),
              Panels.unit(metric),
              times,
              List.of(DrawnCurves.of(metric.name(), metric)),
              LevelLines.of(metric)));
    }
    List<ChartSeries> pods =
        Panels.series(chart, List.of(Quantity.DESIRED, Quantity.READY, Quantity.TERMINATING));
    panels.add(Panels.overTime("Pods", "pods", times, Panels.named(pods), List.of()));
    return new Picture(
        RunTitle.of(run.scenario()),
        List.of(
            RunTitle.conditions(run.scenario()) + ".",
            "HPA " + RunTitle.of(run.candidate()) + ".",
            "Promises: " + OutcomeText.counts(run.summary()) + "."),
        PromiseGrid.of(run),
        panels,
        PromiseGrid.moments(run),
        List.of(FigureGrid.of(List.of(run)), FigureGrid.events(chart)));
  }
}
