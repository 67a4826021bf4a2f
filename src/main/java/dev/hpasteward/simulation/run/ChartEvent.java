package dev.hpasteward.simulation.run;

/**
 * A scaling.
 *
 * @param time in nanoseconds since the start
 * @param from how many pods were wanted before
 * @param to how many are wanted since
 * @param reason in the controller's words, as its event has it
 */
public record ChartEvent(long time, int from, int to, String reason) {}
