package dev.hpasteward.model;

import java.util.OptionalInt;

/**
 * A Deployment.
 *
 * @param metadata what it says about itself
 * @param replicas how many pods it is to have
 * @param replicasDeclared whether somebody's manifest sets the replicas: an Apply manager or the
 *     last applied configuration holds the field
 * @param template what its pods are made from
 */
public record Workload(
    Metadata metadata, OptionalInt replicas, boolean replicasDeclared, PodTemplate template)
    implements Subject {

  @Override
  public String kind() {
    return "Deployment";
  }
}
