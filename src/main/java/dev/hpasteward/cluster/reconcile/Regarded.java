package dev.hpasteward.cluster.reconcile;

import dev.hpasteward.model.Metadata;

/**
 * The object that an Event is about.
 *
 * @param apiVersion group and version
 * @param kind the kind
 * @param namespace its namespace
 * @param name its name
 * @param uid tells it from others of its name
 */
record Regarded(String apiVersion, String kind, String namespace, String name, String uid) {

  static Regarded deployment(Metadata metadata, String uid) {
    return new Regarded("apps/v1", "Deployment", metadata.namespace(), metadata.name(), uid);
  }

  static Regarded autoscaler(Metadata metadata, String uid) {
    return autoscaler(metadata.namespace(), metadata.name(), uid);
  }

  static Regarded autoscaler(String namespace, String name, String uid) {
    return new Regarded("autoscaling/v2", "HorizontalPodAutoscaler", namespace, name, uid);
  }
}
