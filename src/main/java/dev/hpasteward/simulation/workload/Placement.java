package dev.hpasteward.simulation.workload;

import java.util.Arrays;
import java.util.List;

/**
 * Gives sessions to the least loaded pods, so that they are filled evenly: as water fills a vessel,
 * to a level that is worked out first.
 */
final class Placement {

  private final int sessionsPerPod;
  private final int[] podsAtLevel;

  Placement(int sessionsPerPod) {
    this.sessionsPerPod = sessionsPerPod;
    this.podsAtLevel = new int[sessionsPerPod + 1];
  }

  /** How many of these sessions found room; they are at least one. */
  long place(long sessions, List<WorkerPod> pods) {
    int level = least(pods);
    int top = (int) Math.min(sessionsPerPod, level + sessions);
    count(pods, top);
    long left = sessions;
    int below = podsAtLevel[level];
    while (level < sessionsPerPod && below > 0 && left >= below) {
      left -= below;
      level++;
      below += level <= top ? podsAtLevel[level] : 0;
    }
    long over = level < sessionsPerPod ? left : 0;
    raise(pods, level, over);
    return sessions - left + over;
  }

  private int least(List<WorkerPod> pods) {
    int least = sessionsPerPod;
    for (int index = 0, size = pods.size(); index < size; index++) {
      WorkerPod pod = pods.get(index);
      if (pod.sessions < least && pod.takesSessions()) {
        least = pod.sessions;
      }
    }
    return least;
  }

  private void count(List<WorkerPod> pods, int top) {
    Arrays.fill(podsAtLevel, 0, top + 1, 0);
    for (int index = 0, size = pods.size(); index < size; index++) {
      WorkerPod pod = pods.get(index);
      if (pod.sessions <= top && pod.takesSessions()) {
        podsAtLevel[pod.sessions]++;
      }
    }
  }

  /** Fills pods to a level; the first ones get one more, as far as that is needed. */
  private static void raise(List<WorkerPod> pods, int level, long over) {
    long left = over;
    for (int index = 0, size = pods.size(); index < size; index++) {
      WorkerPod pod = pods.get(index);
      if (pod.sessions <= level && pod.takesSessions()) {
        pod.sessions = level + (left > 0 ? 1 : 0);
        left--;
      }
    }
  }
}
