package dev.hpasteward.cluster.reconcile;

import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.Direction;
import dev.hpasteward.model.ScalingRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * In which fields a stored HPA is not what it should be. Only fields that the wanted one has count:
 * what others add beside them is theirs.
 */
final class Difference {

  private final List<String> fields = new ArrayList<>();

  private Difference() {}

  /**
   * The fields' paths; none if all is right.
   *
   * @param copiedLabels keys of the labels that an HPA has from its Deployment
   */
  static List<String> between(Autoscaler wanted, Autoscaler stored, Set<String> copiedLabels) {
    Difference difference = new Difference();
    difference.metadata(wanted, stored);
    difference.copied(copiedLabels, wanted, stored);
    difference.compare("spec.scaleTargetRef", wanted.target(), stored.target());
    difference.compare("spec.minReplicas", wanted.minReplicas(), stored.minReplicas());
    difference.compare("spec.maxReplicas", wanted.maxReplicas(), stored.maxReplicas());
    difference.compare("spec.metrics", wanted.metrics(), stored.metrics());
    for (Direction direction : Direction.values()) {
      difference.rules(
          direction.path().toString(), wanted.rules(direction), stored.rules(direction));
    }
    return List.copyOf(difference.fields);
  }

  private void metadata(Autoscaler wanted, Autoscaler stored) {
    contains("metadata.labels", wanted.metadata().labels(), stored.metadata().labels());
    contains(
        "metadata.annotations", wanted.metadata().annotations(), stored.metadata().annotations());
    if (!stored.metadata().owners().containsAll(wanted.metadata().owners())) {
      fields.add("metadata.ownerReferences");
    }
  }

  private void rules(String path, ScalingRules wanted, ScalingRules stored) {
    compare(
        path + ".stabilizationWindowSeconds",
        wanted.stabilizationWindowSeconds(),
        stored.stabilizationWindowSeconds());
    compare(path + ".selectPolicy", wanted.selectPolicy(), stored.selectPolicy());
    compare(path + ".policies", wanted.policies(), stored.policies());
    if (wanted.tolerance().isPresent()) {
      compare(path + ".tolerance", wanted.tolerance(), stored.tolerance());
    }
  }

  /** A label that its Deployment no longer has goes too. */
  private void copied(Set<String> keys, Autoscaler wanted, Autoscaler stored) {
    for (String key : keys) {
      if (wanted.metadata().label(key).isEmpty()
          && stored.metadata().label(key).isPresent()
          && !fields.contains("metadata.labels")) {
        fields.add("metadata.labels");
      }
    }
  }

  private void contains(String path, Map<String, String> wanted, Map<String, String> stored) {
    if (!stored.entrySet().containsAll(wanted.entrySet())) {
      fields.add(path);
    }
  }

  private void compare(String path, Object wanted, Object stored) {
    if (!wanted.equals(stored)) {
      fields.add(path);
    }
  }
}
