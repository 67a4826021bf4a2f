package dev.hpasteward.simulation.load;

/**
 * Slow rises, each with a sudden fall.
 *
 * @param levels the two levels
 * @param period from fall to fall, in nanoseconds, at least 1
 */
public record SawtoothLoad(Levels levels, long period) implements LoadShape {

  @Override
  public LoadCursor play(long seed) {
    return time -> levels.at((double) (time % period) / period);
  }
}
