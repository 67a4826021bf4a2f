package dev.hpasteward.report.simulation;

import dev.hpasteward.experiment.SimulatedRun;
import dev.hpasteward.policy.ScalingPolicy;
import java.util.List;
import java.util.Optional;

/**
 * What a call to {@code simulate} came to.
 *
 * @param policy whose promises were looked at
 * @param runs in the order in which they are told
 * @param picture the file that shows them, if there is one
 */
public record Simulated(ScalingPolicy policy, List<SimulatedRun> runs, Optional<String> picture) {

  public Simulated {
    runs = List.copyOf(runs);
  }
}
