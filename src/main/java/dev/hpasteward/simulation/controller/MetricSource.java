package dev.hpasteward.simulation.controller;

import org.jspecify.annotations.Nullable;

/**
 * Which metric an entry of {@code spec.metrics} asks for.
 *
 * @param type its type
 * @param name the metric's name; of the two types of resources, the resource's
 * @param container of ContainerResource only
 * @param object of Object only
 * @param selector of Pods, Object and External; null where there is none
 */
public record MetricSource(
    MetricType type,
    String name,
    @Nullable String container,
    @Nullable ObjectReference object,
    @Nullable MetricSelector selector) {

  /** A resource of whole pods. */
  public static MetricSource resource(String name) {
    return new MetricSource(MetricType.RESOURCE, name, null, null, null);
  }

  /** A resource of one container. */
  public static MetricSource containerResource(String name, String container) {
    return new MetricSource(MetricType.CONTAINER_RESOURCE, name, container, null, null);
  }

  /** A metric of each pod. */
  public static MetricSource pods(String name, @Nullable MetricSelector selector) {
    return new MetricSource(MetricType.PODS, name, null, null, selector);
  }

  /** A metric of another object. */
  public static MetricSource object(
      ObjectReference object, String name, @Nullable MetricSelector selector) {
    return new MetricSource(MetricType.OBJECT, name, null, object, selector);
  }

  /** A metric of something outside the cluster. */
  public static MetricSource external(String name, @Nullable MetricSelector selector) {
    return new MetricSource(MetricType.EXTERNAL, name, null, null, selector);
  }

  /** What is wrong with its selector; null if nothing is. */
  @Nullable String selectorMistake() {
    return selector == null ? null : selector.mistake();
  }
}
