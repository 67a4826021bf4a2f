package dev.hpasteward.simulation.controller;

/** {@code type} of an entry of {@code spec.metrics}. */
public enum MetricType {
  RESOURCE("Resource", "FailedGetResourceMetric"),
  CONTAINER_RESOURCE("ContainerResource", "FailedGetContainerResourceMetric"),
  PODS("Pods", "FailedGetPodsMetric"),
  OBJECT("Object", "FailedGetObjectMetric"),
  EXTERNAL("External", "FailedGetExternalMetric");

  private final String id;
  private final String failure;

  MetricType(String id, String failure) {
    this.id = id;
    this.failure = failure;
  }

  /** As the API writes it. */
  public String id() {
    return id;
  }

  /** Whether a metric of this type may have such a target; the API server refuses Pods without. */
  boolean knows(MetricTarget.Kind kind) {
    return switch (kind) {
      case AVERAGE_VALUE -> true;
      case UTILIZATION -> this == RESOURCE || this == CONTAINER_RESOURCE;
      case VALUE -> this == OBJECT || this == EXTERNAL;
      case NONE -> this != PODS;
    };
  }

  /** The condition's reason where such a metric fails. */
  String failure() {
    return failure;
  }
}
