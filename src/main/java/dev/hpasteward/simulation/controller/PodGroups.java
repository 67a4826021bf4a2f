package dev.hpasteward.simulation.controller;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pods by how far their samples are trusted, as sums: nothing is kept of a single pod
 * (replica_calculator.go, groupPods).
 */
final class PodGroups {

  private static final long PER_CENT = 100;

  private enum Group {
    /** Terminating or failed: as if it were not there. */
    IGNORED,
    /** Not trusted: idle when pods are to be added, not counted otherwise. */
    UNREADY,
    /** Without a sample: idle when pods are to be added, busy when pods are to be taken away. */
    MISSING,
    READY
  }

  private int ready;
  private long usage;
  private long requested;
  private int unready;
  private long requestedByUnready;
  private int missing;
  private long requestedByMissing;
  private long fallbackOfMissing;
  private @Nullable String mistake;

  private PodGroups() {}

  /**
   * The groups of these pods.
   *
   * @param cpu whether samples of starting pods are doubted
   * @param requests what pods request; null if that is of no account
   * @param fallback per cent of its request that a pod without a sample uses at worst
   */
  static PodGroups of(
      List<Pod> pods,
      PodSamples samples,
      boolean cpu,
      ControllerFlags flags,
      @Nullable RequestReader requests,
      long fallback) {
    PodGroups groups = new PodGroups();
    for (int index = 0, count = pods.size(); index < count; index++) {
      Pod pod = pods.get(index);
      long request = requests == null ? 0 : requests.of(pod);
      switch (group(pod, index, samples, cpu, flags)) {
        case IGNORED -> {}
        case UNREADY -> {
          groups.unready++;
          groups.requestedByUnready += request;
        }
        case MISSING -> {
          groups.missing++;
          groups.requestedByMissing += request;
          groups.fallbackOfMissing += request * fallback / PER_CENT;
        }
        case READY -> {
          groups.ready++;
          groups.usage += samples.value(index);
          groups.requested += request;
        }
      }
    }
    groups.mistake = requests == null ? null : requests.mistake();
    return groups;
  }

  private static Group group(
      Pod pod, int index, PodSamples samples, boolean cpu, ControllerFlags flags) {
    if (pod.terminating() || pod.phase() == PodPhase.FAILED) {
      return Group.IGNORED;
    }
    if (pod.phase() == PodPhase.PENDING) {
      return Group.UNREADY;
    }
    if (!samples.has(index)) {
      return Group.MISSING;
    }
    return cpu && isDoubtful(pod, index, samples, flags) ? Group.UNREADY : Group.READY;
  }

  /** While a pod starts, a sample counts only if all of it was taken since it became ready. */
  private static boolean isDoubtful(Pod pod, int index, PodSamples samples, ControllerFlags flags) {
    long started = pod.startedAt();
    if (pod.readiness() == Readiness.ABSENT || started == Pod.NEVER) {
      return true;
    }
    boolean notReady = pod.readiness() == Readiness.NOT_READY;
    if (started + flags.cpuInitializationPeriod() > samples.at()) {
      return notReady || samples.time(index) < pod.readySince() + samples.window(index);
    }
    return notReady && started + flags.initialReadinessDelay() > pod.readySince();
  }

  int ready() {
    return ready;
  }

  /** Of ready pods, in thousandths. */
  long usage() {
    return usage;
  }

  /** By ready pods, in thousandths. */
  long requested() {
    return requested;
  }

  int unready() {
    return unready;
  }

  long requestedByUnready() {
    return requestedByUnready;
  }

  int missing() {
    return missing;
  }

  long requestedByMissing() {
    return requestedByMissing;
  }

  /** What pods without a sample use at worst, in thousandths. */
  long fallbackOfMissing() {
    return fallbackOfMissing;
  }

  /** Why requests can't be summed up; null if they can. */
  @Nullable String mistake() {
    return mistake;
  }
}
