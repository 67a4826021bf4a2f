package dev.hpasteward.simulation.controller;

import java.util.Arrays;

/**
 * What metrics asked for lately. A new entry takes the place of one that no window reaches, so that
 * the list stops growing (horizontal.go, stabilizeRecommendation).
 */
public final class Recommendations {

  /** None yet. */
  public static final Recommendations NONE = new Recommendations(new int[0], new long[0]);

  private final int[] replicas;
  private final long[] times;

  private Recommendations(int[] replicas, long[] times) {
    this.replicas = replicas;
    this.times = times;
  }

  /** How many there are. */
  public int size() {
    return replicas.length;
  }

  int replicas(int index) {
    return replicas[index];
  }

  long time(int index) {
    return times[index];
  }

  /**
   * One more.
   *
   * @param wanted what metrics ask for
   * @param now when, in nanoseconds
   * @param spent the entry that is not needed any more, or -1
   */
  Recommendations with(int wanted, long now, int spent) {
    int length = spent < 0 ? replicas.length + 1 : replicas.length;
    int index = spent < 0 ? replicas.length : spent;
    int[] nextReplicas = Arrays.copyOf(replicas, length);
    long[] nextTimes = Arrays.copyOf(times, length);
    nextReplicas[index] = wanted;
    nextTimes[index] = now;
    return new Recommendations(nextReplicas, nextTimes);
  }
}
