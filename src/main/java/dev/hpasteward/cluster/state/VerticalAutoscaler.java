package dev.hpasteward.cluster.state;

import dev.hpasteward.model.TargetReference;
import java.util.Collection;
import java.util.Map;

/**
 * A VerticalPodAutoscaler.
 *
 * @param key which one
 * @param target whose pods' requests it sets
 * @param off whether it only recommends
 * @param controlled by container name, or {@code *} for all others: whether it sets CPU or memory
 */
public record VerticalAutoscaler(
    ObjectKey key, TargetReference target, boolean off, Map<String, Boolean> controlled) {

  /** Stands for the containers that are not named. */
  static final String OTHERS = "*";

  public VerticalAutoscaler {
    controlled = Map.copyOf(controlled);
  }

  TargetKey targetKey() {
    return TargetKey.of(key.namespace(), target);
  }

  /**
   * Whether it changes what any of these containers requests of CPU or memory. The API's default is
   * yes, for every container that it says nothing about.
   */
  boolean changesRequests(Collection<String> containers) {
    return !off && containers.stream().anyMatch(this::controls);
  }

  private boolean controls(String container) {
    Boolean named = controlled.get(container);
    return named != null ? named : controlled.getOrDefault(OTHERS, true);
  }
}
