package dev.hpasteward.simulation.run;

import dev.hpasteward.simulation.controller.Pod;
import java.util.List;

/**
 * What is measured of the pods at a sync, in the order of their list. The arrays are handed on to
 * the controller and not written to any more.
 */
final class Samples {

  final long at;
  final long takenAt;
  final List<Pod> pods;

  /** Sessions at the time of the sample; negative where there is none. */
  final int[] sessions;

  /** When samples were taken, or {@code PodSamples.ABSENT} where one is missing or was lost. */
  final long[] times;

  /** In thousandths. */
  final long[] cpu;

  /** In thousandths. */
  final long[] memory;

  Samples(long at, long takenAt, List<Pod> pods) {
    this.at = at;
    this.takenAt = takenAt;
    this.pods = pods;
    this.sessions = new int[pods.size()];
    this.times = new long[pods.size()];
    this.cpu = new long[pods.size()];
    this.memory = new long[pods.size()];
  }
}
