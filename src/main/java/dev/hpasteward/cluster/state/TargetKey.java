package dev.hpasteward.cluster.state;

import dev.hpasteward.model.TargetReference;

/**
 * What an autoscaler scales, as Kubernetes tells targets apart: the version does not count.
 *
 * @param namespace the autoscaler's namespace
 * @param group the API group; empty for the core group
 * @param kind the kind; case matters
 * @param name the name
 */
public record TargetKey(String namespace, String group, String kind, String name) {

  /** What an autoscaler of this namespace means by this reference. */
  public static TargetKey of(String namespace, TargetReference target) {
    // Thousands of these are kept: those of Deployments share their words.
    return target.isDeployment()
        ? deployment(namespace, target.name())
        : new TargetKey(namespace, target.group(), target.kind(), target.name());
  }

  /** The Deployment of this name. */
  public static TargetKey deployment(String namespace, String name) {
    return new TargetKey(namespace, "apps", "Deployment", name);
  }
}
