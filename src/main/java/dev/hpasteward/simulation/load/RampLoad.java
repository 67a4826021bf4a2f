package dev.hpasteward.simulation.load;

/**
 * Low, a straight rise, a straight fall, low.
 *
 * @param levels the two levels
 * @param start when it begins to rise, in nanoseconds
 * @param top when it is high, after {@code start}
 * @param end when it is low again, after {@code top}
 */
public record RampLoad(Levels levels, long start, long top, long end) implements LoadShape {

  @Override
  public LoadCursor play(long seed) {
    return time -> levels.at(time < top ? share(start, top, time) : share(end, top, time));
  }

  /** How far the time is on the way from where it is low to where it is high, 0 to 1. */
  private static double share(long low, long high, long time) {
    return Math.max(0, Math.min(1, (double) (time - low) / (high - low)));
  }
}
