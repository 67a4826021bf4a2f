package dev.hpasteward.simulation.run;

import dev.hpasteward.simulation.controller.PodSamples;
import dev.hpasteward.simulation.workload.Fleet;
import dev.hpasteward.simulation.workload.WorkloadModel;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Measures pods as well as the workload model says. */
final class MetricServer {

  /** What a sample covers: metrics-server's resolution ({@code --metric-resolution}). */
  static final long WINDOW = RunPlan.SYNC_PERIOD.toNanos();

  private final WorkloadModel model;
  private final SplittableRandom random;

  MetricServer(WorkloadModel model, SplittableRandom random) {
    this.model = model;
    this.random = random;
  }

  /**
   * The samples that the controller sees.
   *
   * @param index which of the remembered samples they are
   * @param at when the controller asks
   * @param takenAt when they were taken
   */
  Samples samples(Fleet fleet, int index, long at, long takenAt) {
    Samples samples = new Samples(at, takenAt, fleet.pods());
    double lost = model.measuring().missing();
    for (int pod = 0; pod < samples.sessions.length; pod++) {
      int sessions = fleet.sampled(pod, index);
      samples.sessions[pod] = sessions;
      if (sessions < 0 || (lost > 0 && random.nextDouble() < lost)) {
        samples.times[pod] = PodSamples.ABSENT;
      } else {
        samples.times[pod] = takenAt;
        samples.cpu[pod] = noisy(model.cpu().amount(sessions));
        samples.memory[pod] = model.memory().amount(sessions);
      }
    }
    return samples;
  }

  private long noisy(long amount) {
    double noise = model.measuring().noise();
    return noise == 0 ? amount : Math.round(amount * (1 + noise * (2 * random.nextDouble() - 1)));
  }

  /** One window for each pod. */
  static long[] windows(int pods) {
    long[] windows = new long[pods];
    Arrays.fill(windows, WINDOW);
    return windows;
  }
}
