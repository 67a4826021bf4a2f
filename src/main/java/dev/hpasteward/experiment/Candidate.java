package dev.hpasteward.experiment;

import dev.hpasteward.simulation.controller.AutoscalerSpec;
import dev.hpasteward.simulation.controller.ControllerFlags;
import dev.hpasteward.simulation.workload.WorkloadModel;
import java.util.Locale;

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

  /** What programs call it: small letters and dashes, such as {@code headroom-no-rates}. */
  public String id() {
    return name.toLowerCase(Locale.ROOT).replace(",", "").replace(' ', '-');
  }

  /** The same with another HPA. */
  public Candidate with(String otherName, AutoscalerSpec other) {
    return new Candidate(otherName, other, flags, workload);
  }
}
