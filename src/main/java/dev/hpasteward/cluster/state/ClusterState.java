package dev.hpasteward.cluster.state;

import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.StewardKeys;
import dev.hpasteward.model.Workload;
import java.util.Map;
import java.util.Optional;

/**
 * The cluster as far as anybody here looks at it. Whoever reads it sees each object as it was told
 * last; two objects may be of different moments.
 */
public final class ClusterState {

  private final Shelf<Workload, String> workloads =
      new Shelf<>(workload -> workload.metadata().label(StewardKeys.SERVICE_TYPE));
  private final Shelf<Autoscaler, TargetKey> autoscalers =
      new Shelf<>(
          autoscaler ->
              Optional.of(TargetKey.of(autoscaler.metadata().namespace(), autoscaler.target())));
  private final Shelf<NamespaceLabels, Void> namespaces = new Shelf<>(labels -> Optional.empty());
  private final Shelf<ScaledObject, TargetKey> scaledObjects =
      new Shelf<>(scaledObject -> Optional.of(scaledObject.targetKey()));
  private final Shelf<VerticalAutoscaler, TargetKey> verticalAutoscalers =
      new Shelf<>(vertical -> Optional.of(vertical.targetKey()));

  /** Deployments; by the value of their service type label too. */
  public Shelf<Workload, String> workloads() {
    return workloads;
  }

  /** HPAs; by target too. */
  public Shelf<Autoscaler, TargetKey> autoscalers() {
    return autoscalers;
  }

  /** Namespaces; their keys have no namespace. */
  public Shelf<NamespaceLabels, Void> namespaces() {
    return namespaces;
  }

  /** ScaledObjects; by target too. */
  public Shelf<ScaledObject, TargetKey> scaledObjects() {
    return scaledObjects;
  }

  /** VerticalPodAutoscalers; by target too. */
  public Shelf<VerticalAutoscaler, TargetKey> verticalAutoscalers() {
    return verticalAutoscalers;
  }

  /** Grows with each change of anything here; see {@link Shelf#changes}. */
  public long changes() {
    return workloads.changes()
        + autoscalers.changes()
        + namespaces.changes()
        + scaledObjects.changes()
        + verticalAutoscalers.changes();
  }

  /** The Deployment of this name. */
  public Optional<Workload> workload(String namespace, String name) {
    return workloads.get(new ObjectKey(namespace, name)).map(Seen::object);
  }

  /** The labels of a namespace; empty if there is none of this name. */
  public Optional<Map<String, String>> namespaceLabels(String namespace) {
    return namespaces.get(new ObjectKey("", namespace)).map(seen -> seen.object().labels());
  }
}
