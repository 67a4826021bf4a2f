package dev.hpasteward.experiment;

import dev.hpasteward.simulation.RunSummary;
import dev.hpasteward.simulation.promise.Outcome;

/**
 * One combination of a sweep.
 *
 * @param number its place in the grid, from 1
 * @param settings the combination
 * @param allowed whether the policy lets an author write an HPA with these settings
 * @param summary what it came to
 */
public record SweptRun(int number, Settings settings, boolean allowed, RunSummary summary) {

  /** How many promises no autoscaler could keep that is set so. */
  public long notKeepable() {
    return summary.count(Outcome.CAN_NOT_BE_KEPT);
  }

  /** How many promises were kept. */
  public long kept() {
    return summary.count(Outcome.KEPT);
  }

  /** What it costs. */
  public double podHours() {
    return summary.figures().podHours();
  }

  /** For how many minutes the service was past a documented threshold: the worst metric's. */
  public double minutesPast() {
    return Strain.minutesPast(summary.figures());
  }
}
