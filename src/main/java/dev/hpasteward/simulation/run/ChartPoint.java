package dev.hpasteward.simulation.run;

/**
 * A curve during a span of time. Where the value was never known, all three are {@link Double#NaN}.
 *
 * @param from start of the span, in nanoseconds: the last sync before it
 * @param to its end: its last sync
 * @param least the least value in it
 * @param most the greatest value in it
 * @param last the value at its end
 */
public record ChartPoint(long from, long to, double least, double most, double last) {}
