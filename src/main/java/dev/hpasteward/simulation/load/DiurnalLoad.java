package dev.hpasteward.simulation.load;

/**
 * Days and nights, as a cosine that begins at night.
 *
 * @param levels by night and by day
 * @param period a day's length in nanoseconds
 */
public record DiurnalLoad(Levels levels, long period) implements LoadShape {

  @Override
  public LoadCursor play(long seed) {
    return time -> levels.at((1 - Math.cos(2 * Math.PI * time / period)) / 2);
  }
}
