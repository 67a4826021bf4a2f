package dev.hpasteward.cluster.state;

import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.Container;
import dev.hpasteward.model.FieldPath;
import dev.hpasteward.model.Metadata;
import dev.hpasteward.model.OwnerReference;
import dev.hpasteward.model.PodTemplate;
import dev.hpasteward.model.ScalingRules;
import dev.hpasteward.model.StewardKeys;
import dev.hpasteward.model.TargetReference;
import dev.hpasteward.model.Workload;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** Objects of the namespace {@code media} for tests, and a state that has seen them. */
final class Cast {

  static final TargetReference EGRESS = deployment("egress");

  private Cast() {}

  static TargetReference deployment(String name) {
    return new TargetReference("apps/v1", "Deployment", name);
  }

  /** A Deployment with these containers. */
  static Workload workload(String name, String uid, String... containers) {
    return new Workload(
        metadata(name, Map.of(), Optional.of(uid), List.of()),
        OptionalInt.empty(),
        false,
        new PodTemplate(
            Map.of(),
            Stream.of(containers)
                .map(c -> new Container(c, FieldPath.ROOT, List.of(), Set.of()))
                .toList(),
            Set.of(),
            OptionalInt.empty()));
  }

  static Autoscaler hpa(String name, TargetReference target, OwnerReference... owners) {
    return hpa(name, target, Map.of(), owners);
  }

  static Autoscaler hpa(
      String name, TargetReference target, Map<String, String> labels, OwnerReference... owners) {
    return new Autoscaler(
        metadata(name, labels, Optional.empty(), List.of(owners)),
        "autoscaling/v2",
        target,
        OptionalInt.empty(),
        OptionalInt.of(10),
        List.of(),
        ScalingRules.UNSET,
        ScalingRules.UNSET);
  }

  /** As our reconciler makes them. */
  static Autoscaler generated(String deployment, String uid) {
    return hpa(
        deployment + "-hpa-steward",
        deployment(deployment),
        Map.of(StewardKeys.MANAGED_BY, StewardKeys.STEWARD),
        new OwnerReference("apps/v1", "Deployment", deployment, uid));
  }

  /** As KEDA makes them. */
  static Autoscaler ofKeda(String scaledObject, String uid, TargetReference target) {
    return hpa("keda-hpa-" + scaledObject, target, owner(scaledObject, uid));
  }

  static OwnerReference owner(String scaledObject, String uid) {
    return new OwnerReference("keda.sh/v1alpha1", "ScaledObject", scaledObject, uid);
  }

  static ScaledObject scaledObject(String name, String uid, TargetReference target) {
    return new ScaledObject(new ObjectKey("media", name), uid, target);
  }

  static VerticalAutoscaler vertical(
      String name, TargetReference target, boolean off, Map<String, Boolean> controlled) {
    return new VerticalAutoscaler(new ObjectKey("media", name), target, off, controlled);
  }

  /** A state that has seen these Workloads, Autoscalers, ScaledObjects and VerticalAutoscalers. */
  static ClusterState state(Object... objects) {
    ClusterState state = new ClusterState();
    for (Object object : objects) {
      if (object instanceof Workload workload) {
        state.workloads().put(seen(key(workload.metadata()), workload));
      } else if (object instanceof Autoscaler autoscaler) {
        state.autoscalers().put(seen(key(autoscaler.metadata()), autoscaler));
      } else if (object instanceof ScaledObject scaledObject) {
        state.scaledObjects().put(seen(scaledObject.key(), scaledObject));
      } else if (object instanceof VerticalAutoscaler vertical) {
        state.verticalAutoscalers().put(seen(vertical.key(), vertical));
      } else {
        throw new IllegalArgumentException("nobody keeps a " + object);
      }
    }
    return state;
  }

  static <T> Seen<T> seen(ObjectKey key, T object) {
    return new Seen<>(key, object, "1", false);
  }

  private static ObjectKey key(Metadata metadata) {
    return new ObjectKey(metadata.namespace(), metadata.name());
  }

  private static Metadata metadata(
      String name, Map<String, String> labels, Optional<String> uid, List<OwnerReference> owners) {
    return new Metadata("media", name, labels, Map.of(), uid, Optional.empty(), owners);
  }
}
