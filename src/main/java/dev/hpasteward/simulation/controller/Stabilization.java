package dev.hpasteward.simulation.controller;

/**
 * A recommendation after the windows.
 *
 * @param replicas how many pods
 * @param recommendations with the new one, as metrics gave it
 */
record Stabilization(int replicas, Recommendations recommendations) {

  /**
   * Of an HPA without {@code behavior}: the highest of the window. One exactly as old as the window
   * still counts (horizontal.go, stabilizeRecommendation).
   */
  static Stabilization byFlag(Recommendations before, int wanted, long now, long window) {
    long oldest = now - window;
    int highest = wanted;
    int spent = -1;
    for (int index = 0; index < before.size(); index++) {
      if (before.time(index) < oldest) {
        spent = index;
      } else {
        highest = Math.max(highest, before.replicas(index));
      }
    }
    return new Stabilization(highest, before.with(wanted, now, spent));
  }

  /**
   * Of an HPA with {@code behavior}: what is there, brought between the lowest of the window for
   * scaling up and the highest of that for scaling down. One exactly as old as a window does not
   * count there (horizontal.go, stabilizeRecommendationWithBehaviors).
   *
   * @param upWindow in nanoseconds
   * @param downWindow in nanoseconds
   */
  static Stabilization byWindows(
      Recommendations before, int wanted, int current, long now, long upWindow, long downWindow) {
    long upOldest = now - upWindow;
    long downOldest = now - downWindow;
    int lowest = wanted;
    int highest = wanted;
    int spent = -1;
    for (int index = 0; index < before.size(); index++) {
      long time = before.time(index);
      if (time > upOldest) {
        lowest = Math.min(lowest, before.replicas(index));
      }
      if (time > downOldest) {
        highest = Math.max(highest, before.replicas(index));
      }
      if (time < upOldest && time < downOldest) {
        spent = index;
      }
    }
    int stable = Math.min(Math.max(current, lowest), highest);
    return new Stabilization(stable, before.with(wanted, now, spent));
  }
}
