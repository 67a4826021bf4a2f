package dev.hpasteward.simulation.load;

/**
 * A recorded number of sessions.
 *
 * @param time in nanoseconds since the recording's start
 * @param sessions 0 or more
 */
public record LoadPoint(long time, double sessions) {}
