package dev.hpasteward.report.picture;

import dev.hpasteward.report.picture.Panel.Axis;
import dev.hpasteward.report.picture.Panel.Curve;
import dev.hpasteward.report.picture.Panel.Level;
import dev.hpasteward.simulation.run.Chart;
import dev.hpasteward.simulation.run.ChartSeries;
import dev.hpasteward.simulation.run.ChartSeries.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The charts of a run or of several. */
final class Panels {

  private Panels() {}

  /** A chart over time of these curves. */
  static Panel overTime(
      String title, String unit, List<Double> times, List<Curve> curves, List<Level> levels) {
    String seen =
        curves.stream()
            .map(curve -> DrawnCurves.words(curve, times))
            .collect(Collectors.joining("; ", "", "."));
    String held =
        levels.isEmpty()
            ? ""
            : levels.stream()
                .map(Level::label)
                .collect(Collectors.joining("; ", " Lines across: ", "."));
    return new Panel(title, unit, Axis.TIME, seen + held, times, curves, levels);
  }

  /** The series of these quantities. */
  static List<ChartSeries> series(Chart chart, List<Quantity> quantities) {
    return chart.series().stream()
        .filter(series -> quantities.contains(series.quantity()))
        .toList();
  }

  static List<ChartSeries> metrics(Chart chart) {
    return series(chart, List.of(Quantity.DOCUMENTED_METRIC, Quantity.OTHER_METRIC));
  }

  static boolean isEverPositive(ChartSeries series) {
    return series.points().stream().anyMatch(point -> point.most() > 0);
  }

  /** What the axis of a metric says. */
  static String unit(ChartSeries series) {
    return switch (series.unit()) {
      case SESSIONS -> "sessions";
      case PODS -> "pods";
      case PERCENT -> "% of request";
      case AMOUNT -> "amount a pod";
    };
  }

  static String title(ChartSeries series) {
    if (series.quantity() == Quantity.OTHER_METRIC) {
      return series.name() + " as the HPA reads it";
    }
    return switch (series.unit()) {
      case PERCENT -> series.name() + " utilization";
      case PODS -> series.name() + ", all pods together";
      case SESSIONS, AMOUNT -> series.name();
    };
  }

  static String name(Quantity quantity) {
    return switch (quantity) {
      case LOAD -> "wanted";
      case SESSIONS -> "running";
      case WAITING -> "without room";
      case DESIRED -> "wanted";
      case READY -> "ready";
      case TERMINATING -> "terminating";
      case DOCUMENTED_METRIC, OTHER_METRIC -> "metric";
    };
  }

  /** DrawnCurves of one run that belong together, named by what they show. */
  static List<Curve> named(List<ChartSeries> series) {
    List<Curve> curves = new ArrayList<>();
    for (ChartSeries one : series) {
      curves.add(DrawnCurves.of(name(one.quantity()), one));
    }
    return curves;
  }
}
