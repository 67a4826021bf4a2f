package dev.hpasteward.model;

/** One entry of an autoscaler's {@code spec.metrics}. */
public sealed interface Metric {

  /** Where the entry stands, such as {@code spec.metrics[0]}. */
  FieldPath path();

  /** Whether it is this resource's, of all containers or of one. */
  default boolean isResource(String resource) {
    return this instanceof OfResource of && of.resource().equals(resource);
  }

  /** Whether it is the Pods metric of this name; with a selector it would be another metric. */
  default boolean isPods(String name) {
    return this instanceof Pods pods && pods.name().equals(name) && !pods.selected();
  }

  /** Whether it is the External metric of this name. */
  default boolean isExternal(String name) {
    return this instanceof External external && external.name().equals(name);
  }

  /** A metric that is judged as CPU or memory is: of all containers, or of one. */
  sealed interface OfResource extends Metric {
    /** The resource's name, such as {@code cpu}. */
    String resource();

    MetricTarget target();
  }

  /** Usage of a resource over all containers of the pods. */
  record Resource(FieldPath path, String resource, MetricTarget target) implements OfResource {}

  /** Usage of a resource by one container of the pods. */
  record ContainerResource(FieldPath path, String resource, String container, MetricTarget target)
      implements OfResource {}

  /** A metric that is not CPU or memory. */
  sealed interface Custom extends Metric {
    String name();

    MetricTarget target();
  }

  /**
   * A metric of each pod.
   *
   * @param selected whether a selector narrows it, so that it is another metric than its name says
   */
  record Pods(FieldPath path, String name, boolean selected, MetricTarget target)
      implements Custom {}

  /** A metric of another Kubernetes object. */
  record OfObject(FieldPath path, String name, MetricTarget target) implements Custom {}

  /** A metric of something outside the cluster. */
  record External(FieldPath path, String name, MetricTarget target) implements Custom {}

  /**
   * An entry that is of a type unknown to us, or that lacks what its type needs: the API server
   * refuses the latter by itself.
   */
  record Other(FieldPath path, String type) implements Metric {}
}
