package dev.hpasteward.simulation.load;

import java.util.SplittableRandom;

/**
 * Random levels, evenly distributed, with straight lines from one to the next.
 *
 * @param levels the lowest and the highest
 * @param interval from one random level to the next, in nanoseconds, at least 1
 */
public record NoiseLoad(Levels levels, long interval) implements LoadShape {

  @Override
  public LoadCursor play(long seed) {
    // Else the levels of one seed would be those of another, some intervals later.
    long mixed = new SplittableRandom(seed).nextLong();
    return time -> {
      long index = time / interval;
      double share = (double) (time % interval) / interval;
      return levels.at((1 - share) * random(mixed, index) + share * random(mixed, index + 1));
    };
  }

  /** Each level has its own seed, so that none of them has to be kept. */
  private static double random(long seed, long index) {
    return new SplittableRandom(seed + index).nextDouble();
  }
}
