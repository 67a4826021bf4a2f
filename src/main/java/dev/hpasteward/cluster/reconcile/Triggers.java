package dev.hpasteward.cluster.reconcile;

import dev.hpasteward.cluster.state.ClusterState;
import dev.hpasteward.cluster.state.ObjectKey;
import dev.hpasteward.cluster.state.Seen;
import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.TargetReference;
import dev.hpasteward.synthesis.GeneratedName;
import java.util.function.Consumer;

/** Which Deployments a change concerns. */
final class Triggers {

  private Triggers() {}

  /** From now on names each Deployment to the listener that may have to be looked at. */
  static void connect(ClusterState state, Consumer<ObjectKey> concerned) {
    state.workloads().onChange(change -> concerned.accept(change.key()));
    state
        .autoscalers()
        .onChange(change -> change.objects().forEach(hpa -> ofAutoscaler(hpa, state, concerned)));
    state
        .scaledObjects()
        .onChange(
            change ->
                change
                    .objects()
                    .forEach(
                        scaledObject ->
                            ofTarget(
                                scaledObject.key().namespace(), scaledObject.target(), concerned)));
    state.namespaces().onChange(change -> ofNamespace(change.key().name(), state, concerned));
  }

  private static void ofAutoscaler(
      Autoscaler autoscaler, ClusterState state, Consumer<ObjectKey> concerned) {
    String namespace = autoscaler.metadata().namespace();
    ofTarget(namespace, autoscaler.target(), concerned);
    autoscaler.metadata().owners().stream()
        .filter(owner -> owner.kind().equals("Deployment"))
        .forEach(owner -> concerned.accept(new ObjectKey(namespace, owner.name())));
    // Whatever it scales: it may have the name of ours.
    String name = autoscaler.metadata().name();
    GeneratedName.deploymentOf(name)
        .ifPresent(deployment -> concerned.accept(new ObjectKey(namespace, deployment)));
    if (GeneratedName.isShortened(name)) {
      state.workloads().all().stream()
          .map(Seen::key)
          .filter(key -> key.namespace().equals(namespace))
          .filter(key -> GeneratedName.of(key.name()).equals(name))
          .forEach(concerned);
    }
  }

  private static void ofTarget(
      String namespace, TargetReference target, Consumer<ObjectKey> concerned) {
    if (target.isDeployment()) {
      concerned.accept(new ObjectKey(namespace, target.name()));
    }
  }

  private static void ofNamespace(
      String namespace, ClusterState state, Consumer<ObjectKey> concerned) {
    state.workloads().all().stream()
        .map(Seen::key)
        .filter(key -> key.namespace().equals(namespace))
        .forEach(concerned);
  }
}
