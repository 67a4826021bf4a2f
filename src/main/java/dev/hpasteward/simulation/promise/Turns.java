package dev.hpasteward.simulation.promise;

/** Counts how often a value turns round, smaller swings than a certain one aside. */
final class Turns {

  private final double smallest;
  private double high = Double.NaN;
  private double low = Double.NaN;
  private int direction;
  private long count;

  /**
   * A counter.
   *
   * @param smallest the smallest swing that counts
   */
  Turns(double smallest) {
    this.smallest = smallest;
  }

  void follow(double value) {
    if (Double.isNaN(high)) {
      high = value;
      low = value;
    }
    high = Math.max(high, value);
    low = Math.min(low, value);
    if (direction >= 0 && value <= high - smallest) {
      turn(-1, value);
    } else if (direction <= 0 && value >= low + smallest) {
      turn(1, value);
    }
  }

  private void turn(int next, double value) {
    count += direction == 0 ? 0 : 1;
    direction = next;
    high = value;
    low = value;
  }

  long count() {
    return count;
  }
}
