package dev.hpasteward.simulation.load;

/**
 * Low, at once high, at once low again. A short one is a spike.
 *
 * @param levels the two levels
 * @param up when it becomes high, in nanoseconds
 * @param down when it is low again, in nanoseconds
 */
public record StepLoad(Levels levels, long up, long down) implements LoadShape {

  @Override
  public LoadCursor play(long seed) {
    return time -> time >= up && time < down ? levels.high() : levels.low();
  }
}
