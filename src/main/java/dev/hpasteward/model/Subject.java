package dev.hpasteward.model;

/** An object that the policy may have something to say about. */
public sealed interface Subject permits Autoscaler, Workload {

  /** Its kind, such as {@code Deployment}. */
  String kind();

  Metadata metadata();
}
