package dev.hpasteward.simulation.workload;

import java.util.List;

/** Counts what happens to a fleet. */
final class Tally {

  private static final long NANOS_PER_MILLI = 1_000_000;

  private long wanted;
  private long sessions;
  private long waiting;
  private long turnedAway;
  private long cut;
  private long started;
  private long ended;
  private long waitingMillis;
  private long podMillis;
  private int terminating;

  /** Time goes by. */
  void pass(long nanos, int pods) {
    long millis = nanos / NANOS_PER_MILLI;
    podMillis += pods * millis;
    waitingMillis += waiting > 0 ? millis : 0;
  }

  void end(int count) {
    sessions -= count;
    ended += count;
  }

  void cut(int count) {
    sessions -= count;
    cut += count;
  }

  /**
   * Sessions start. Who waits is the same person until somebody more waits: only those count as
   * turned away anew.
   */
  void admit(long nowWanted, long placed) {
    wanted = nowWanted;
    sessions += placed;
    started += placed;
    long nowWaiting = Math.max(0, wanted - sessions);
    turnedAway += Math.max(0, nowWaiting - waiting);
    waiting = nowWaiting;
  }

  void terminate() {
    terminating++;
  }

  void bury() {
    terminating--;
  }

  long sessions() {
    return sessions;
  }

  int terminating() {
    return terminating;
  }

  FleetState state(List<WorkerPod> pods, int sessionsPerPod) {
    int ready = 0;
    int withRoom = 0;
    int withoutNode = 0;
    for (int index = 0, size = pods.size(); index < size; index++) {
      WorkerPod pod = pods.get(index);
      if (pod.takesSessions()) {
        ready++;
        withRoom += pod.sessions < sessionsPerPod ? 1 : 0;
      } else if (pod.isWithoutNode()) {
        withoutNode++;
      }
    }
    return new FleetState(
        wanted,
        sessions,
        waiting,
        turnedAway,
        cut,
        started,
        ended,
        waitingMillis,
        podMillis,
        ready,
        pods.size() - terminating - ready,
        withoutNode,
        terminating,
        withRoom);
  }
}
