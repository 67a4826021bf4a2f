package dev.hpasteward.cluster.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hpasteward.cluster.state.Seen;
import dev.hpasteward.model.Autoscaler;
import java.util.List;
import java.util.Optional;

/** What is to be done about a Deployment's HPA: one write at most. */
sealed interface Step {

  /** All is as it should be, or not ours to change. */
  record Nothing() implements Step {}

  /**
   * Apply the HPA.
   *
   * @param name its name
   * @param body all of it
   * @param replaced the stored one; empty where there is none yet
   * @param occasion why
   * @param changed which fields differ from the stored one
   * @param urgent whether the HPA controller would cut running pods if it waited
   */
  record Apply(
      String name,
      JsonNode body,
      Optional<Replaced> replaced,
      Occasion occasion,
      List<String> changed,
      boolean urgent)
      implements Step {

    public Apply {
      changed = List.copyOf(changed);
    }
  }

  /**
   * What a write was decided on, so that one which comes too late fails.
   *
   * @param uid without it, an HPA that was deleted meanwhile would come back
   * @param resourceVersion without it, a change of somebody else would be lost
   */
  record Replaced(Optional<String> uid, String resourceVersion) {

    static Replaced of(Seen<Autoscaler> stored) {
      return new Replaced(stored.object().metadata().uid(), stored.resourceVersion());
    }
  }

  /**
   * Delete the HPA that we generated.
   *
   * @param name its name
   * @param resourceVersion the version that was seen
   * @param paced whether it is one of the many that a change of the policy brings
   */
  record Remove(String name, String resourceVersion, boolean paced) implements Step {}

  /** Why an HPA is applied. */
  enum Occasion {
    /** There is none. */
    GENERATED,
    /** Somebody changed it, or its Deployment. */
    REPAIRED,
    /** The policy changed: such writes are rate-limited. */
    POLICY_CHANGED,
    /** Its author asked us to take it over. */
    ADOPTED
  }
}
