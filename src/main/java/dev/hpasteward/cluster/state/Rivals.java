package dev.hpasteward.cluster.state;

import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.Rival;
import dev.hpasteward.model.Workload;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What else scales a workload. A ScaledObject and the HPA that it owns are one autoscaler, not two.
 */
final class Rivals {

  private static final Comparator<Seen<?>> BY_NAME =
      Comparator.comparing(seen -> seen.key().name());

  private Rivals() {}

  /**
   * What scales the target of an autoscaler besides itself. An HPA that we generated is none: it
   * goes as soon as there is another.
   *
   * @param target the Deployment that it scales, if that is known
   */
  static List<Rival> of(Autoscaler autoscaler, Optional<Workload> target, ClusterState state) {
    String name = autoscaler.metadata().name();
    TargetKey key = TargetKey.of(autoscaler.metadata().namespace(), autoscaler.target());
    Optional<ScaledObject> owner = Ownerships.scaledObject(autoscaler, state);
    List<Rival> rivals = new ArrayList<>();
    for (Autoscaler other : autoscalers(key, state)) {
      boolean itself = other.metadata().name().equals(name);
      boolean ours = target.filter(workload -> Ownerships.isOurs(other, workload)).isPresent();
      if (!itself && !ours) {
        rivals.add(new Rival.OfHpa(other));
      }
    }
    for (ScaledObject scaledObject : scaledObjects(key, state)) {
      if (!owner.equals(Optional.of(scaledObject))) {
        rivals.add(new Rival.OfScaledObject(scaledObject.key().name()));
      }
    }
    return rivals;
  }

  /** All that scales a workload, ours too. */
  static List<Rival> of(Workload workload, ClusterState state) {
    TargetKey key =
        TargetKey.deployment(workload.metadata().namespace(), workload.metadata().name());
    List<Rival> rivals = new ArrayList<>();
    autoscalers(key, state).forEach(autoscaler -> rivals.add(new Rival.OfHpa(autoscaler)));
    scaledObjects(key, state)
        .forEach(scaledObject -> rivals.add(new Rival.OfScaledObject(scaledObject.key().name())));
    return rivals;
  }

  /** The HPAs on a target, but for those whose ScaledObject is there to stand for them. */
  private static List<Autoscaler> autoscalers(TargetKey key, ClusterState state) {
    return state.autoscalers().by(key).stream()
        .sorted(BY_NAME)
        .map(Seen::object)
        .filter(
            autoscaler ->
                Ownerships.scaledObject(autoscaler, state)
                    .filter(owner -> owner.targetKey().equals(key))
                    .isEmpty())
        .toList();
  }

  private static List<ScaledObject> scaledObjects(TargetKey key, ClusterState state) {
    return state.scaledObjects().by(key).stream().sorted(BY_NAME).map(Seen::object).toList();
  }
}
