package dev.hpasteward.simulation.controller;

import java.util.Arrays;

/**
 * Scalings in one direction. One that no rate's period reaches is marked as outdated when the next
 * is stored, and stays so even if a period grows later (horizontal.go, storeScaleEvent).
 */
public final class ScaleEvents {

  /** None yet. */
  public static final ScaleEvents NONE = new ScaleEvents(new int[0], new long[0], new boolean[0]);

  private final int[] changes;
  private final long[] times;
  private final boolean[] outdated;

  private ScaleEvents(int[] changes, long[] times, boolean[] outdated) {
    this.changes = changes;
    this.times = times;
    this.outdated = outdated;
  }

  /** How many there are. */
  public int size() {
    return changes.length;
  }

  /** How many pods were added or taken away after this time; one exactly then is not counted. */
  int changeAfter(long time) {
    int sum = 0;
    for (int index = 0; index < changes.length; index++) {
      if (times[index] > time) {
        sum += changes[index];
      }
    }
    return sum;
  }

  /**
   * One more.
   *
   * @param change how many pods, not negative
   * @param now when, in nanoseconds
   * @param oldest what is older than this is outdated
   */
  ScaleEvents with(int change, long now, long oldest) {
    boolean[] marks = Arrays.copyOf(outdated, outdated.length + 1);
    int spent = -1;
    for (int index = 0; index < changes.length; index++) {
      marks[index] |= times[index] < oldest;
      if (marks[index]) {
        spent = index;
      }
    }
    int length = spent < 0 ? changes.length + 1 : changes.length;
    int index = spent < 0 ? changes.length : spent;
    int[] nextChanges = Arrays.copyOf(changes, length);
    long[] nextTimes = Arrays.copyOf(times, length);
    nextChanges[index] = change;
    nextTimes[index] = now;
    marks[index] = false;
    return new ScaleEvents(nextChanges, nextTimes, Arrays.copyOf(marks, length));
  }
}
