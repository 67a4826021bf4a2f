package dev.hpasteward.cluster.state;

import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.OwnerReference;
import dev.hpasteward.model.StewardKeys;
import dev.hpasteward.model.Surroundings.Ownership;
import dev.hpasteward.model.Workload;
import dev.hpasteward.synthesis.GeneratedName;
import java.util.Optional;

/**
 * Whose an autoscaler is. Anybody can write an ownerReference: it counts only if the owner is there
 * with that uid.
 */
public final class Ownerships {

  private Ownerships() {}

  /**
   * Whose it is.
   *
   * @param target the Deployment that it scales, if that is known
   */
  static Ownership of(Autoscaler autoscaler, Optional<Workload> target, ClusterState state) {
    if (scaledObject(autoscaler, state).isPresent()) {
      return Ownership.KEDA;
    }
    return target
            .filter(workload -> isOurs(autoscaler, workload) || isAdopted(autoscaler))
            .isPresent()
        ? Ownership.STEWARD
        : Ownership.ANYBODY;
  }

  /** The ScaledObject that owns it. */
  static Optional<ScaledObject> scaledObject(Autoscaler autoscaler, ClusterState state) {
    String namespace = autoscaler.metadata().namespace();
    return autoscaler.metadata().owners().stream()
        .filter(OwnerReference::isScaledObject)
        .flatMap(
            owner ->
                state.scaledObjects().get(new ObjectKey(namespace, owner.name())).stream()
                    .map(Seen::object)
                    .filter(scaledObject -> scaledObject.uid().equals(owner.uid())))
        .findFirst();
  }

  /** Whether we generated it for this very Deployment. */
  static boolean isOurs(Autoscaler autoscaler, Workload target) {
    return autoscaler.metadata().name().equals(GeneratedName.of(target.metadata().name()))
        // Taken over from its author, it stays when another comes: for that one it is a rival.
        && autoscaler.metadata().annotation(StewardKeys.ADOPT).isEmpty()
        && autoscaler
            .metadata()
            .label(StewardKeys.MANAGED_BY)
            .filter(StewardKeys.STEWARD::equals)
            .isPresent()
        && autoscaler.metadata().owners().stream().anyMatch(owner -> isWorkload(owner, target));
  }

  /** Whether its author gave it to us, and we took it. */
  private static boolean isAdopted(Autoscaler autoscaler) {
    return autoscaler.appliedBySteward()
        && autoscaler.metadata().annotation(StewardKeys.ADOPT).filter("true"::equals).isPresent();
  }

  private static boolean isWorkload(OwnerReference owner, Workload workload) {
    return owner.kind().equals("Deployment")
        && owner.apiVersion().startsWith("apps/")
        && owner.name().equals(workload.metadata().name())
        && workload.metadata().uid().filter(owner.uid()::equals).isPresent();
  }
}
