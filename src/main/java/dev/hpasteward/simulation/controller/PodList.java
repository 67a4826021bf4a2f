package dev.hpasteward.simulation.controller;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The target's pods, as the controller's cache has them during a whole sync.
 *
 * @param pods in the order in which the controller visits them; must not be changed any more
 * @param error why they could not be listed; null where they could
 */
public record PodList(List<Pod> pods, @Nullable String error) {

  /** These pods. */
  public static PodList of(List<Pod> pods) {
    return new PodList(pods, null);
  }

  /** No answer. */
  public static PodList failed(String error) {
    return new PodList(List.of(), error);
  }

  /** Why nothing can be counted, in the controller's words; null where something can. */
  @Nullable String mistake() {
    if (error != null) {
      return "unable to get pods while calculating replica count: " + error;
    }
    return pods.isEmpty() ? "no pods returned by selector while calculating replica count" : null;
  }
}
