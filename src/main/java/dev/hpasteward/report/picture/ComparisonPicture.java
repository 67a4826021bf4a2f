package dev.hpasteward.report.picture;

import dev.hpasteward.experiment.SimulatedRun;
import dev.hpasteward.report.picture.Panel.Curve;
import dev.hpasteward.report.simulation.RunTitle;
import dev.hpasteward.simulation.run.Chart;
import dev.hpasteward.simulation.run.ChartSeries;
import dev.hpasteward.simulation.run.ChartSeries.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Several HPAs in one scenario: what they made of the same load. */
public final class ComparisonPicture {

  private ComparisonPicture() {}

  /** The picture of runs that were charted. */
  public static Picture of(List<SimulatedRun> runs) {
    SimulatedRun first = runs.get(0);
    Chart chart = first.chart().orElseThrow();
    List<Double> times = DrawnCurves.times(chart);
    List<Panel> panels = new ArrayList<>();
    panels.add(
        Panels.overTime(
            "Load",
            "sessions",
            times,
            Panels.named(Panels.series(chart, List.of(Quantity.LOAD))),
            List.of()));
    panels.add(
        Panels.overTime(
            "Pods wanted", "pods", times, curves(runs, of(Quantity.DESIRED)), List.of()));
    panels.add(
        Panels.overTime("Pods ready", "pods", times, curves(runs, of(Quantity.READY)), List.of()));
    if (runs.stream()
        .flatMap(run -> run.chart().orElseThrow().series().stream())
        .anyMatch(
            series -> series.quantity() == Quantity.WAITING && Panels.isEverPositive(series))) {
      panels.add(
          Panels.overTime(
              "Sessions without room",
              "sessions",
              times,
              curves(runs, of(Quantity.WAITING)),
              List.of()));
    }
    for (ChartSeries metric : Panels.series(chart, List.of(Quantity.DOCUMENTED_METRIC))) {
      panels.add(
          Panels.overTime(
              Panels.title(metric),
              Panels.unit(metric),
              times,
              curves(runs, of(Quantity.DOCUMENTED_METRIC).and(named(metric.name()))),
              LevelLines.of(metric).stream()
                  .filter(level -> !level.label().startsWith("target"))
                  .toList()));
    }
    return new Picture(
        RunTitle.of(first.scenario()) + ": HPAs compared",
        Stream.concat(
                Stream.of(RunTitle.conditions(first.scenario()) + "."),
                runs.stream().map(run -> RunTitle.of(run.candidate()) + "."))
            .toList(),
        PromiseGrid.of(runs),
        panels,
        List.of(),
        List.of(FigureGrid.of(runs)));
  }

  private static Predicate<ChartSeries> of(Quantity quantity) {
    return series -> series.quantity() == quantity;
  }

  private static Predicate<ChartSeries> named(String name) {
    return series -> series.name().equals(name);
  }

  private static List<Curve> curves(List<SimulatedRun> runs, Predicate<ChartSeries> wanted) {
    List<Curve> curves = new ArrayList<>();
    for (SimulatedRun run : runs) {
      run.chart().orElseThrow().series().stream()
          .filter(wanted)
          .findFirst()
          .ifPresent(series -> curves.add(DrawnCurves.of(run.candidate().name(), series)));
    }
    return curves;
  }
}
