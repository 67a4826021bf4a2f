package dev.hpasteward.simulation.run;

import java.util.List;
import java.util.OptionalDouble;

/**
 * A curve.
 *
 * @param quantity what it shows
 * @param name of a metric: its name in the HPA or in the strategy; else what the quantity is called
 * @param unit what it counts
 * @param scaleUpAt the documented scale-up threshold, in the same unit
 * @param scaleDownAt the documented scale-down threshold, in the same unit
 * @param target the HPA's target, in the same unit; empty for what is no metric of the HPA
 * @param points from the start of the run to its end
 */
public record ChartSeries(
    Quantity quantity,
    String name,
    Unit unit,
    OptionalDouble scaleUpAt,
    OptionalDouble scaleDownAt,
    OptionalDouble target,
    List<ChartPoint> points) {

  public ChartSeries {
    points = List.copyOf(points);
  }

  /** What a curve shows. */
  public enum Quantity {
    /** Sessions that people want. */
    LOAD,
    /** Sessions that run. */
    SESSIONS,
    /** Sessions that find no room. */
    WAITING,
    /** Pods that are wanted. */
    DESIRED,
    /** Pods that take sessions. */
    READY,
    /** Pods that end. */
    TERMINATING,
    /** A metric of the strategy, from the samples that the controller gets. */
    DOCUMENTED_METRIC,
    /** A metric of the HPA as its status shows it, unless the strategy reads it the same way. */
    OTHER_METRIC
  }

  /** What a curve counts. */
  public enum Unit {
    SESSIONS,
    PODS,
    /** Per cent of what pods request. */
    PERCENT,
    /** Whatever the metric counts: an average for each pod, or a value for all. */
    AMOUNT
  }
}
