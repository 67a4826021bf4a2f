package dev.hpasteward.simulation.run;

import dev.hpasteward.simulation.controller.Pod;

/**
 * A free-capacity metric over the fleet. Pods that end count neither as busy nor as free; a lost
 * sample does not matter, since Prometheus goes on with the one before.
 *
 * @param measured pods that are measured
 * @param busy those of them without room
 * @param all pods, those that start included
 */
record FreePods(int measured, int busy, int all) {

  private static final long MILLI = 1000;

  static FreePods of(Samples samples, int sessionsPerPod) {
    int measured = 0;
    int busy = 0;
    int all = 0;
    for (int index = 0; index < samples.sessions.length; index++) {
      Pod pod = samples.pods.get(index);
      if (!pod.terminating()) {
        all++;
        measured += samples.sessions[index] >= 0 ? 1 : 0;
        busy += samples.sessions[index] >= sessionsPerPod ? 1 : 0;
      }
    }
    return new FreePods(measured, busy, all);
  }

  /**
   * How many pods are needed, in thousandths: what the headroom form's recording rules say ({@code
   * HeadroomRules}).
   */
  long needed(DocumentedMetric metric) {
    double least = busy + metric.scaleUpAt() + 1;
    double held = Math.min(measured, busy + metric.scaleDownAt().orElse(0) - 1);
    return Math.round(Math.max(least, held) * MILLI);
  }

  /** Measured pods with room. */
  int free() {
    return measured - busy;
  }

  /** The same and pods that will have room when they have started. */
  int freeSoon() {
    return all - busy;
  }
}
