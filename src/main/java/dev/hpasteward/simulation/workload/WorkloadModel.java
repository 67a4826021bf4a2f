package dev.hpasteward.simulation.workload;

import dev.hpasteward.simulation.load.Levels;
import java.time.Duration;

/**
 * How the pods of a service type behave. Lengths of sessions are random with this mean
 * (exponential, as telephone engineers assume): how long a session has lasted says nothing of when
 * it ends.
 *
 * @param name what it is a model of, such as {@code livekit-egress}
 * @param sessionsPerPod how many sessions a pod takes before it turns others away, 1 to 100000
 * @param meanSession mean length of a session, at least a second
 * @param cpu what it uses, at most 1,000 per cent of its request when it is full
 * @param memory what it uses, likewise
 * @param start how long a new pod takes
 * @param gracePeriod how long a pod may go on after it was told to end ({@code
 *     terminationGracePeriodSeconds}), not negative
 * @param measuring how well it is measured
 */
public record WorkloadModel(
    String name,
    int sessionsPerPod,
    Duration meanSession,
    ResourceUsage cpu,
    ResourceUsage memory,
    PodStart start,
    Duration gracePeriod,
    Measuring measuring) {

  private static final int MOST_SESSIONS = 100_000;

  public WorkloadModel {
    if (sessionsPerPod < 1 || sessionsPerPod > MOST_SESSIONS) {
      throw new IllegalArgumentException("sessions per pod are 1 to 100000: " + sessionsPerPod);
    }
    if (meanSession.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalArgumentException("a mean session is at least a second: " + meanSession);
    }
    if (gracePeriod.isNegative()) {
      throw new IllegalArgumentException("a grace period is not negative: " + gracePeriod);
    }
    refuseMoreThanAPodCanUse("cpu", cpu.percent(sessionsPerPod));
    refuseMoreThanAPodCanUse("memory", memory.percent(sessionsPerPod));
  }

  private static void refuseMoreThanAPodCanUse(String resource, double percent) {
    if (percent > ResourceUsage.MOST) {
      throw new IllegalArgumentException(
          "a full pod would use %.0f %% of its %s request, and 1000 %% is the most"
              .formatted(percent, resource));
    }
  }

  /** The same with pods that use so much. */
  public WorkloadModel using(ResourceUsage ofCpu, ResourceUsage ofMemory) {
    return new WorkloadModel(
        name, sessionsPerPod, meanSession, ofCpu, ofMemory, start, gracePeriod, measuring);
  }

  /** The same with pods that take so long to start. */
  public WorkloadModel starting(PodStart other) {
    return new WorkloadModel(
        name, sessionsPerPod, meanSession, cpu, memory, other, gracePeriod, measuring);
  }

  /** The same, measured so well. */
  public WorkloadModel measured(Measuring other) {
    return new WorkloadModel(
        name, sessionsPerPod, meanSession, cpu, memory, start, gracePeriod, other);
  }

  /** The same with this grace period. */
  public WorkloadModel ending(Duration grace) {
    return new WorkloadModel(
        name, sessionsPerPod, meanSession, cpu, memory, start, grace, measuring);
  }

  /** The same with sessions of this mean length. */
  public WorkloadModel lasting(Duration mean) {
    return new WorkloadModel(
        name, sessionsPerPod, mean, cpu, memory, start, gracePeriod, measuring);
  }

  /**
   * The same with pods that take so many sessions, and use as much as before when they are full.
   */
  public WorkloadModel holding(int sessions) {
    double share = sessions < 1 ? 1 : (double) sessionsPerPod / sessions;
    return new WorkloadModel(
        name,
        sessions,
        meanSession,
        cpu.each(share),
        memory.each(share),
        start,
        gracePeriod,
        measuring);
  }

  /**
   * A load that fits a fleet: from what fills two fifths of its smallest size to what fills half of
   * its largest, so that there is something to do in both directions and no bound is in the way.
   *
   * @param fewest pods, at least 1
   * @param most pods, at least {@code fewest}
   */
  public Levels fitting(int fewest, int most) {
    double low = 0.4 * fewest * sessionsPerPod;
    return new Levels(low, Math.max(low, 0.5 * most * sessionsPerPod));
  }
}
