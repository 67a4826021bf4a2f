package dev.hpasteward.simulation.run;

/**
 * What the strategy's metrics read at a sync, in the order of {@link DocumentedMetric#of}, from the
 * samples that the controller gets. {@link Double#NaN} where nobody could say.
 */
public final class Readings {

  private final double[] seen;
  private final double[] cautious;

  /** Readings; the arrays belong to this value from then on. */
  Readings(double[] seen, double[] cautious) {
    this.seen = seen;
    this.cautious = cautious;
  }

  /** The value as the controller reads it, from pods whose samples it trusts. */
  public double seen(int metric) {
    return seen[metric];
  }

  /**
   * The value by which the controller asks for more pods: pods that start, and pods without a
   * sample, count as idle.
   */
  public double cautious(int metric) {
    return cautious[metric];
  }
}
