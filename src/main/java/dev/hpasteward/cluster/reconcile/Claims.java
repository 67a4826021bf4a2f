package dev.hpasteward.cluster.reconcile;

import dev.hpasteward.cluster.state.ClusterState;
import dev.hpasteward.cluster.state.ObjectKey;
import dev.hpasteward.cluster.state.ScaledObject;
import dev.hpasteward.cluster.state.Seen;
import dev.hpasteward.cluster.state.TargetKey;
import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.Metadata;
import dev.hpasteward.model.OwnerReference;
import dev.hpasteward.model.StewardKeys;
import dev.hpasteward.model.Workload;
import dev.hpasteward.synthesis.GeneratedName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Who scales a Deployment, and whose each of them is. Names, labels and ownerReferences prove
 * nothing, since anybody writes them: an HPA is ours if the API server recorded that we applied it.
 *
 * @param generated the one that we generated
 * @param adopted one that we took over before
 * @param asking one whose author asks us to take it over; none that Git holds, which would write it
 *     back for ever
 * @param heldByGit one that asks although Git holds it: it counts as foreign
 * @param foreign HPAs that are others'
 * @param scaledObjects ScaledObjects
 * @param nameTakenBy what has the name of ours and is not ours
 */
record Claims(
    Optional<Seen<Autoscaler>> generated,
    Optional<Seen<Autoscaler>> adopted,
    Optional<Seen<Autoscaler>> asking,
    Optional<Seen<Autoscaler>> heldByGit,
    List<Seen<Autoscaler>> foreign,
    List<String> scaledObjects,
    Optional<Autoscaler> nameTakenBy) {

  static Claims on(ObjectKey deployment, Optional<Workload> workload, ClusterState state) {
    String name = GeneratedName.of(deployment.name());
    Optional<Seen<Autoscaler>> named =
        state.autoscalers().get(new ObjectKey(deployment.namespace(), name));
    Optional<Seen<Autoscaler>> generated =
        named.filter(
            seen ->
                seen.object().appliedBySteward()
                    && !asks(seen.object().metadata())
                    && !othersOwn(seen, workload));
    TargetKey target = TargetKey.deployment(deployment.namespace(), deployment.name());
    List<Seen<Autoscaler>> others = new ArrayList<>();
    List<Seen<Autoscaler>> adopted = new ArrayList<>();
    List<Seen<Autoscaler>> asking = new ArrayList<>();
    state.autoscalers().by(target).stream()
        .filter(seen -> !generated.equals(Optional.of(seen)))
        .sorted(Comparator.comparing(seen -> seen.key().name()))
        .forEach(
            seen -> {
              Metadata metadata = seen.object().metadata();
              if (!asks(metadata) || othersOwn(seen, workload) || metadata.trackedByGitOps()) {
                others.add(seen);
              } else if (seen.object().appliedBySteward()) {
                adopted.add(seen);
              } else {
                asking.add(seen);
              }
            });
    // Of two that ask, nobody can say which one is meant.
    if (adopted.size() + asking.size() > 1) {
      others.addAll(adopted);
      others.addAll(asking);
      adopted.clear();
      asking.clear();
    }
    return new Claims(
        generated,
        adopted.stream().findFirst(),
        asking.stream().findFirst(),
        others.stream()
            .filter(seen -> asks(seen.object().metadata()))
            .filter(seen -> seen.object().metadata().trackedByGitOps())
            .findFirst(),
        List.copyOf(others),
        state.scaledObjects().by(target).stream()
            .map(Seen::object)
            .map(ScaledObject::key)
            .map(ObjectKey::name)
            .sorted()
            .toList(),
        named
            .filter(seen -> generated.isEmpty())
            .map(Seen::object)
            .filter(other -> !other.appliedBySteward() || othersOwn(other, workload)));
  }

  private static boolean asks(Metadata metadata) {
    return metadata.annotation(StewardKeys.ADOPT).filter("true"::equals).isPresent();
  }

  /** Whether it has an owner that is not this very Deployment. */
  private static boolean othersOwn(Seen<Autoscaler> seen, Optional<Workload> workload) {
    return othersOwn(seen.object(), workload);
  }

  private static boolean othersOwn(Autoscaler autoscaler, Optional<Workload> workload) {
    Optional<String> uid = workload.flatMap(known -> known.metadata().uid());
    return autoscaler.metadata().owners().stream()
        .map(OwnerReference::uid)
        .anyMatch(owner -> !uid.equals(Optional.of(owner)));
  }

  /** The one that we keep right: an adopted one counts before a generated one. */
  Optional<Seen<Autoscaler>> ours() {
    return adopted.or(() -> generated);
  }

  /** Whether somebody else scales it. */
  boolean hasRival() {
    return !foreign.isEmpty() || !scaledObjects.isEmpty();
  }
}
