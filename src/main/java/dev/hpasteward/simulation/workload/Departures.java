package dev.hpasteward.simulation.workload;

import java.util.SplittableRandom;

/**
 * How many of a pod's sessions end during a step. With exponential lengths each ends with the same
 * chance, however long it has lasted, so that their number is binomial; it is drawn by inversion.
 */
final class Departures {

  /** Below this a chance is so small that sums of doubles would lose it. */
  private static final double SMALLEST_LOGARITHM = -400;

  private final SplittableRandom random;
  private final double odds;
  private final double[] noneEnds;

  /**
   * Departures.
   *
   * @param step length of a step, as a share of the mean length of a session, above 0
   * @param mostSessions of a pod
   */
  Departures(double step, int mostSessions, SplittableRandom random) {
    this.random = random;
    this.odds = Math.expm1(step);
    int most = (int) Math.max(1, Math.min(mostSessions, -SMALLEST_LOGARITHM / step));
    this.noneEnds = new double[most + 1];
    for (int sessions = 0; sessions <= most; sessions++) {
      noneEnds[sessions] = Math.exp(-step * sessions);
    }
  }

  int among(int sessions) {
    int most = noneEnds.length - 1;
    int left = sessions;
    int ended = 0;
    while (left > most) {
      ended += drawn(most);
      left -= most;
    }
    return left == 0 ? ended : ended + drawn(left);
  }

  private int drawn(int sessions) {
    double draw = random.nextDouble();
    double chance = noneEnds[sessions];
    int ended = 0;
    while (draw >= chance && ended < sessions) {
      draw -= chance;
      chance *= odds * (sessions - ended) / (ended + 1);
      ended++;
    }
    return ended;
  }
}
