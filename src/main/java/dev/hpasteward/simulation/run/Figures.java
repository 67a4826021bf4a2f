package dev.hpasteward.simulation.run;

import java.util.List;
import java.util.OptionalDouble;

/**
 * A run in figures.
 *
 * @param podHours pods times hours; pods that start and pods that end count
 * @param mostDesired the most pods that were wanted
 * @param leastDesired the fewest pods that were wanted
 * @param mostReady the most pods that were ready
 * @param sessionsStarted sessions that were served
 * @param turnedAway sessions that found no room when they came
 * @param secondsTurningAway for how long any session found no room
 * @param sessionsCut sessions that ended with their pod, when its grace period was over
 * @param scaleUps how often more pods were asked for
 * @param scaleDowns how often fewer pods were asked for
 * @param directionChanges how often a scaling went against the one before
 * @param secondsUntilReady the longest time from a documented scale-up threshold that was crossed
 *     until all pods were ready that were asked for meanwhile, in seconds; empty if there was none
 * @param past the documented metrics, in the policy's order
 */
public record Figures(
    double podHours,
    int mostDesired,
    int leastDesired,
    int mostReady,
    long sessionsStarted,
    long turnedAway,
    double secondsTurningAway,
    long sessionsCut,
    int scaleUps,
    int scaleDowns,
    int directionChanges,
    OptionalDouble secondsUntilReady,
    List<Past> past) {

  public Figures {
    past = List.copyOf(past);
  }

  /**
   * For how long a documented metric was at its scale-up threshold or past it.
   *
   * @param metric which one
   * @param seconds for how long
   * @param worst the furthest that it went (a percentage: the highest; free pods: the fewest); NaN
   *     if it was never read
   */
  public record Past(DocumentedMetric metric, double seconds, double worst) {}
}
