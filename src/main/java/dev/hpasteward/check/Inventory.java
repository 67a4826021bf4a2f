package dev.hpasteward.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hpasteward.cluster.state.ClusterState;
import dev.hpasteward.cluster.state.NamespaceLabels;
import dev.hpasteward.cluster.state.Neighbourhood;
import dev.hpasteward.cluster.state.ObjectKey;
import dev.hpasteward.cluster.state.Seen;
import dev.hpasteward.cluster.watch.ObjectReaders;
import dev.hpasteward.manifest.MalformedObject;
import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.Metadata;
import dev.hpasteward.model.Subject;
import dev.hpasteward.model.Surroundings;
import dev.hpasteward.model.Surroundings.Target;
import java.util.HashMap;
import java.util.Map;

/** All objects of a call, as if they were what there is in a cluster. */
final class Inventory {

  /** The API server puts it on each namespace. */
  private static final String NAME_LABEL = "kubernetes.io/metadata.name";

  private final ClusterState state = new ClusterState();
  private final Settings settings;

  Inventory(Settings settings) {
    this.settings = settings;
  }

  /**
   * Adds an object.
   *
   * @throws MalformedObject if a field is of a wrong type
   */
  void add(Kind kind, JsonNode object) throws MalformedObject {
    JsonNode metadata = object.path("metadata");
    String name = metadata.path("name").asText("");
    ObjectKey key = new ObjectKey(kind == Kind.NAMESPACE ? "" : settings.namespaceOf(object), name);
    boolean leaving = metadata.hasNonNull("deletionTimestamp");
    switch (kind) {
      case AUTOSCALER -> {
        Autoscaler autoscaler = ObjectReaders.autoscaler(key, object);
        state.autoscalers().put(seen(key(autoscaler), autoscaler, leaving));
      }
      case WORKLOAD -> {
        var workload = ObjectReaders.workload(key, object);
        state.workloads().put(seen(key(workload), workload, leaving));
      }
      case NAMESPACE ->
          state
              .namespaces()
              .put(seen(key, withName(ObjectReaders.namespace(key, object), name), leaving));
      case SCALED_OBJECT ->
          state.scaledObjects().put(seen(key, ObjectReaders.scaledObject(key, object), leaving));
      case VERTICAL_AUTOSCALER ->
          state
              .verticalAutoscalers()
              .put(seen(key, ObjectReaders.verticalAutoscaler(key, object), leaving));
    }
  }

  /** All that was added. */
  ClusterState state() {
    return state;
  }

  /** What surrounds an object. Nobody knows what else there is in the cluster. */
  Surroundings around(Subject subject) {
    Target target = new Target.NotLookedUp();
    if (subject instanceof Autoscaler autoscaler && autoscaler.target().isDeployment()) {
      target = settings.stored() ? new Target.Missing() : target;
      target =
          state
              .workload(subject.metadata().namespace(), autoscaler.target().name())
              .<Target>map(Target.Found::new)
              .orElse(target);
    }
    Surroundings known =
        Neighbourhood.of(subject, target, state, settings.version().keepsTolerances(), true);
    return known.namespaceLabels().isPresent()
        ? known
        : known.inNamespace(labelsElsewhere(subject.metadata().namespace()));
  }

  private Map<String, String> labelsElsewhere(String namespace) {
    return withName(new NamespaceLabels(settings.namespaceLabels()), namespace).labels();
  }

  private static NamespaceLabels withName(NamespaceLabels labels, String name) {
    Map<String, String> all = new HashMap<>(labels.labels());
    all.put(NAME_LABEL, name);
    return new NamespaceLabels(all);
  }

  private static ObjectKey key(Subject subject) {
    Metadata metadata = subject.metadata();
    return new ObjectKey(metadata.namespace(), metadata.name());
  }

  private static <T> Seen<T> seen(ObjectKey key, T object, boolean beingDeleted) {
    return new Seen<>(key, object, "", beingDeleted);
  }
}
