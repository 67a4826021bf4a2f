package dev.hpasteward.simulation.run;

import dev.hpasteward.simulation.controller.Condition;
import dev.hpasteward.simulation.controller.SyncResult;
import dev.hpasteward.simulation.workload.FleetState;

/**
 * A sync of the controller and what it met.
 *
 * @param time in nanoseconds since the start of the run
 * @param load how many sessions people want
 * @param fleet how the pods stood before the decision
 * @param readings the strategy's metrics
 * @param replicas how many pods were wanted before
 * @param desired how many are wanted since
 * @param result all that the controller says about it
 */
public record SyncRecord(
    long time,
    double load,
    FleetState fleet,
    Readings readings,
    int replicas,
    int desired,
    SyncResult result) {

  /** Whether it asked for more pods. */
  public boolean scaledUp() {
    return desired > replicas;
  }

  /** Whether it asked for fewer pods. */
  public boolean scaledDown() {
    return desired < replicas;
  }

  /** Whether the HPA's status says so. */
  public boolean says(Condition.Type type, String reason) {
    return result.status().conditions().stream()
        .anyMatch(condition -> condition.type() == type && condition.reason().equals(reason));
  }
}
