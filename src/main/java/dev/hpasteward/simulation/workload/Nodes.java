package dev.hpasteward.simulation.workload;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Nodes for the service's pods alone. A pod takes the first node with room; if there is none, one
 * is ordered, and those that wait share it. An empty node goes after ten minutes
 * (cluster-autoscaler, {@code --scale-down-unneeded-time}).
 */
final class Nodes {

  private static final long KEPT_EMPTY = 600_000_000_000L;

  private final long delay;
  private final int podsPerNode;
  private final List<Node> nodes = new ArrayList<>();

  Nodes(PodStart start) {
    this.delay = start.node().toNanos();
    this.podsPerNode = start.podsPerNode();
  }

  /** One node. */
  static final class Node {
    private final long readyAt;
    private int pods;
    private long emptySince;

    private Node(long readyAt) {
      this.readyAt = readyAt;
      this.emptySince = readyAt;
    }

    void free(long now) {
      pods--;
      emptySince = now;
    }
  }

  /** A node that is there already. */
  Node ready(long now) {
    Node node = withRoom(now);
    if (node == null) {
      node = new Node(now);
      nodes.add(node);
    }
    return taken(node);
  }

  /** Gives pods their nodes, in order, as far as there are any; orders what is lacking. */
  void assign(List<WorkerPod> waiting, long now) {
    nodes.removeIf(node -> node.pods == 0 && node.emptySince + KEPT_EMPTY <= now);
    int without = 0;
    for (WorkerPod pod : waiting) {
      if (pod.isWithoutNode()) {
        Node node = withRoom(now);
        if (node == null) {
          without++;
        } else {
          pod.assign(taken(node), now);
        }
      }
    }
    order(without, now);
  }

  private @Nullable Node withRoom(long now) {
    for (Node node : nodes) {
      if (node.pods < podsPerNode && node.readyAt <= now) {
        return node;
      }
    }
    return null;
  }

  private void order(int pods, long now) {
    int lacking = pods;
    for (Node node : nodes) {
      if (node.readyAt > now) {
        lacking -= podsPerNode;
      }
    }
    while (lacking > 0) {
      nodes.add(new Node(now + delay));
      lacking -= podsPerNode;
    }
  }

  private static Node taken(Node node) {
    node.pods++;
    return node;
  }
}
