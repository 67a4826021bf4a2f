package dev.hpasteward.experiment;

import dev.hpasteward.simulation.controller.AutoscalerSpec;
import dev.hpasteward.simulation.controller.ControllerFlags;
import dev.hpasteward.simulation.workload.WorkloadModel;

/**
 * What is tried: an HPA, a controller and pods.
 *
 * @param name what people call it, short
 * @param autoscaler the HPA as the API server would store it
 * @param flags how the controller was started
 * @param workload how the pods behave
 */
public record Candidate(
    String name, AutoscalerSpec autoscaler, ControllerFlags flags, WorkloadModel workload) {

  /** The same with another HPA. */
  public Candidate with(String otherName, AutoscalerSpec other) {
    return new Candidate(otherName, other, flags, workload);
  }
}
