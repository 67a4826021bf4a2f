package dev.hpasteward.simulation.load;

/**
 * Between which numbers of sessions a load moves.
 *
 * @param low at quiet times, 0 or more
 * @param high at busy times, at least {@code low} and finite
 */
public record Levels(double low, double high) {

  public Levels {
    if (!(low >= 0) || !(high >= low) || Double.isInfinite(high)) {
      throw new IllegalArgumentException(
          "a load is between two finite numbers, 0 <= low <= high: %s and %s".formatted(low, high));
    }
  }

  /** The level at a share of the way from low to high, 0 to 1. */
  double at(double share) {
    return low + (high - low) * share;
  }
}
