package dev.hpasteward.cluster.state;

import dev.hpasteward.model.TargetReference;

/**
 * A ScaledObject of KEDA: it scales its target by an HPA that it owns.
 *
 * @param key which one
 * @param uid tells it from others of its name
 * @param target what it scales
 */
public record ScaledObject(ObjectKey key, String uid, TargetReference target) {

  TargetKey targetKey() {
    return TargetKey.of(key.namespace(), target);
  }
}
