package dev.hpasteward.simulation.run;

import java.util.List;

/**
 * A run as it can be drawn, as large for a day as for a year.
 *
 * @param duration the run's length in nanoseconds
 * @param series curves that share their spans of time: one point each for the same span
 * @param events scalings, the first ones
 * @param eventsLeftOut how many scalings more there were
 */
public record Chart(
    long duration, List<ChartSeries> series, List<ChartEvent> events, long eventsLeftOut) {

  public Chart {
    series = List.copyOf(series);
    events = List.copyOf(events);
  }
}
