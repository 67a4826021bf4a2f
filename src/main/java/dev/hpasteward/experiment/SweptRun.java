package dev.hpasteward.experiment;

import dev.hpasteward.simulation.RunSummary;

/**
 * One combination of a sweep.
 *
 * @param number its place in the grid, from 1
 * @param settings the combination
 * @param summary what it came to
 */
public record SweptRun(int number, Settings settings, RunSummary summary) {

  /** What it costs. */
  public double podHours() {
    return summary.figures().podHours();
  }

  /** For how many minutes the service was past a documented threshold: the worst metric's. */
  public double minutesPast() {
    return Strain.minutesPast(summary.figures());
  }
}
