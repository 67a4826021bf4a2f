package dev.hpasteward.simulation.load;

/** How many sessions people want over time. It can be played as often as one likes. */
public interface LoadShape {

  /** Plays it from the start. The same seed plays the same; most shapes need none. */
  LoadCursor play(long seed);
}
