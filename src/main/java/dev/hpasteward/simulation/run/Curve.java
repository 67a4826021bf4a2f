package dev.hpasteward.simulation.run;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** A curve while it is recorded. */
final class Curve {

  private final ChartSeries description;
  private final ToDoubleFunction<SyncRecord> value;
  private final double[] least = new double[SpanGrid.MOST];
  private final double[] most = new double[SpanGrid.MOST];
  private final double[] last = new double[SpanGrid.MOST];

  /**
   * A curve.
   *
   * @param description all but the points
   * @param value what it shows of a sync; NaN where it is not known
   */
  Curve(ChartSeries description, ToDoubleFunction<SyncRecord> value) {
    this.description = description;
    this.value = value;
  }

  /** One that is no metric. */
  static Curve plain(
      ChartSeries.Quantity quantity,
      String name,
      ChartSeries.Unit unit,
      ToDoubleFunction<SyncRecord> value) {
    OptionalDouble none = OptionalDouble.empty();
    return new Curve(new ChartSeries(quantity, name, unit, none, none, none, List.of()), value);
  }

  void put(int span, boolean opens, SyncRecord sync) {
    double now = value.applyAsDouble(sync);
    least[span] = opens ? now : smaller(least[span], now);
    most[span] = opens ? now : -smaller(-most[span], -now);
    last[span] = opens || !Double.isNaN(now) ? now : last[span];
  }

  /** Of two values, of which one or both may not be known. */
  private static double smaller(double one, double other) {
    return Double.isNaN(one) ? other : Double.isNaN(other) ? one : Math.min(one, other);
  }

  /** Makes one of every two neighbours. */
  void merge() {
    for (int index = 0; index < SpanGrid.MOST / 2; index++) {
      int first = 2 * index;
      least[index] = smaller(least[first], least[first + 1]);
      most[index] = -smaller(-most[first], -most[first + 1]);
      last[index] = Double.isNaN(last[first + 1]) ? last[first] : last[first + 1];
    }
  }

  ChartSeries series(SpanGrid grid) {
    List<ChartPoint> points = new ArrayList<>(grid.size());
    for (int span = 0; span < grid.size(); span++) {
      points.add(
          new ChartPoint(grid.start(span), grid.end(span), least[span], most[span], last[span]));
    }
    return new ChartSeries(
        description.quantity(),
        description.name(),
        description.unit(),
        description.scaleUpAt(),
        description.scaleDownAt(),
        description.target(),
        points);
  }
}
