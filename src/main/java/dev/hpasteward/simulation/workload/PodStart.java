package dev.hpasteward.simulation.workload;

import java.time.Duration;

/**
 * How long a new pod takes until it serves.
 *
 * @param pod from the moment that it has a node until it is ready, not negative; half of it is the
 *     image's, until the container runs
 * @param node from the moment that a pod finds no node with room until there is a new one, not
 *     negative
 * @param podsPerNode how many pods a node holds, at least 1
 */
public record PodStart(Duration pod, Duration node, int podsPerNode) {

  public PodStart {
    if (pod.isNegative() || node.isNegative() || podsPerNode < 1) {
      throw new IllegalArgumentException(
          "delays are not negative, and a node holds at least one pod: %s, %s, %d"
              .formatted(pod, node, podsPerNode));
    }
  }

  /** The longest that a pod can take. */
  public Duration longest() {
    return pod.plus(node);
  }
}
