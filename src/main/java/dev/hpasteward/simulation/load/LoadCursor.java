package dev.hpasteward.simulation.load;

/** A load that is played: it is asked forwards in time only, so that nothing is kept. */
@FunctionalInterface
public interface LoadCursor {

  /**
   * How many sessions people want at a time.
   *
   * @param time in nanoseconds since the start, never less than the time before
   * @return 0 or more
   */
  double sessionsAt(long time);
}
