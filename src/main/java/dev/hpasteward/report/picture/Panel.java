package dev.hpasteward.report.picture;

import java.util.List;

/**
 * A chart.
 *
 * @param title what it shows
 * @param unit what its y axis counts
 * @param axis what its x axis counts
 * @param description what there is to see, in words
 * @param x of all curves, in order
 * @param curves one value for each x
 * @param levels lines to hold the curves against
 */
record Panel(
    String title,
    String unit,
    Axis axis,
    String description,
    List<Double> x,
    List<Curve> curves,
    List<Level> levels) {

  Panel {
    x = List.copyOf(x);
    curves = List.copyOf(curves);
    levels = List.copyOf(levels);
  }

  /** What an x axis counts. */
  enum Axis {
    /** Seconds of the run, shown as h:mm. */
    TIME,
    POD_HOURS
  }

  /** How a curve goes from value to value. */
  enum Stroke {
    /** Straight from one to the next. */
    LINE,
    /** Each value holds until the next. */
    STEP,
    /** Not at all: a mark for each. */
    MARKS
  }

  /**
   * A curve.
   *
   * @param name what it is called in the legend
   * @param stroke how it goes
   * @param values one for each x; {@link Double#NaN} where there is none
   */
  record Curve(String name, Stroke stroke, List<Double> values) {

    Curve {
      values = List.copyOf(values);
    }
  }

  /**
   * A line right across.
   *
   * @param label what it is
   * @param value where it is
   */
  record Level(String label, double value) {}

  /** The most that has to be seen. */
  double highest() {
    double highest = levels.stream().mapToDouble(Level::value).max().orElse(0);
    for (Curve curve : curves) {
      for (double value : curve.values()) {
        if (value > highest) {
          highest = value;
        }
      }
    }
    return highest;
  }
}
