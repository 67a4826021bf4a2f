package dev.hpasteward.synthesis;

import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.Edit;
import dev.hpasteward.policy.ServiceTypePolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Fills in what the author of an autoscaler left out; touches nothing that is there. */
public final class AutoscalerCompletion {

  private AutoscalerCompletion() {}

  /**
   * The edits that complete an autoscaler; none for one that is complete. Metrics are a list that
   * Argo CD and Flux compare as a whole, so an object that they track keeps its own.
   *
   * @param before the stored one; empty for a new one
   * @param tolerancesKept whether the API server keeps {@code behavior.*.tolerance}
   */
  public static List<Edit> edits(
      Autoscaler autoscaler,
      Optional<Autoscaler> before,
      ServiceTypePolicy type,
      boolean tolerancesKept) {
    List<Edit> edits = new ArrayList<>(edits(autoscaler, type, tolerancesKept));
    if (tolerancesKept && before.isPresent()) {
      edits.addAll(StaleTolerance.edits(autoscaler, before.get(), type));
    }
    return edits;
  }

  /** The same for a new autoscaler. */
  public static List<Edit> edits(
      Autoscaler autoscaler, ServiceTypePolicy type, boolean tolerancesKept) {
    List<Edit> edits = new ArrayList<>();
    if (!autoscaler.metadata().trackedByGitOps()) {
      edits.addAll(MissingMetrics.edits(autoscaler, type));
    }
    edits.addAll(MissingBehavior.edits(autoscaler, type, tolerancesKept));
    return edits;
  }
}
