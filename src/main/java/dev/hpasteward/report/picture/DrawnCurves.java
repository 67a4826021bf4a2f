package dev.hpasteward.report.picture;

import dev.hpasteward.report.picture.Panel.Curve;
import dev.hpasteward.report.picture.Panel.Stroke;
import dev.hpasteward.report.simulation.Amounts;
import dev.hpasteward.simulation.run.Chart;
import dev.hpasteward.simulation.run.ChartPoint;
import dev.hpasteward.simulation.run.ChartSeries;
import java.util.ArrayList;
import java.util.List;

/** Recorded curves as they are drawn, and in words. */
final class DrawnCurves {

  private static final double NANOS_PER_SECOND = 1e9;

  private DrawnCurves() {}

  /** In seconds: the start of the run, and the end of each span, which is when it was read. */
  static List<Double> times(Chart chart) {
    List<Double> times = new ArrayList<>();
    times.add(0.0);
    if (!chart.series().isEmpty()) {
      for (ChartPoint point : chart.series().get(0).points()) {
        times.add(point.to() / NANOS_PER_SECOND);
      }
    }
    return times;
  }

  /**
   * One value for each of the times, none at the start, where nothing was read: in a span of
   * several syncs the one that is nearest to harm.
   */
  static Curve of(String name, ChartSeries series) {
    List<Double> values = new ArrayList<>();
    values.add(Double.NaN);
    for (ChartPoint point : series.points()) {
      values.add(harm(series, point));
    }
    return new Curve(name, isCounted(series) ? Stroke.STEP : Stroke.LINE, values);
  }

  private static boolean isCounted(ChartSeries series) {
    return switch (series.quantity()) {
      case DESIRED, READY, TERMINATING, SESSIONS, WAITING -> true;
      case LOAD, DOCUMENTED_METRIC, OTHER_METRIC -> false;
    };
  }

  private static double harm(ChartSeries series, ChartPoint point) {
    return switch (series.quantity()) {
      case LOAD, WAITING, OTHER_METRIC -> point.most();
      case SESSIONS, DESIRED, READY, TERMINATING -> point.last();
      case DOCUMENTED_METRIC -> fallsWithLoad(series) ? point.least() : point.most();
    };
  }

  private static boolean fallsWithLoad(ChartSeries series) {
    return series.scaleUpAt().isPresent()
        && series.scaleDownAt().isPresent()
        && series.scaleUpAt().getAsDouble() < series.scaleDownAt().getAsDouble();
  }

  /** Such as {@code load: 1 to 10, most at 0:30}. */
  static String words(Curve curve, List<Double> times) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    double when = 0;
    for (int index = 0; index < curve.values().size(); index++) {
      double value = curve.values().get(index);
      if (value < least) {
        least = value;
      }
      if (value > most) {
        most = value;
        when = times.get(index);
      }
    }
    if (most < least) {
      return curve.name() + ": never known";
    }
    return most == least
        ? "%s: %s all the time".formatted(curve.name(), Amounts.number(most))
        : "%s: %s to %s, highest at %s"
            .formatted(curve.name(), Amounts.number(least), Amounts.number(most), clock(when));
  }

  private static String clock(double seconds) {
    return Amounts.clock((long) (seconds * NANOS_PER_SECOND));
  }
}
