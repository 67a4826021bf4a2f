package dev.hpasteward.simulation.controller;

/**
 * An entry of {@code spec.metrics}.
 *
 * @param source which metric
 * @param target what it is compared with; of a kind that its type knows
 */
public record MetricSpec(MetricSource source, MetricTarget target) {

  public MetricSpec {
    if (!source.type().knows(target.kind())) {
      throw new IllegalArgumentException(source.type().id() + " with " + target.kind());
    }
  }

  /**
   * What the controller calls it where it wins; an Object's average is called external there
   * (horizontal.go, computeStatusForObjectMetric).
   */
  public String description() {
    String name = source.name();
    return switch (source.type()) {
      case RESOURCE ->
          isUtilization()
              ? name + " resource utilization (percentage of request)"
              : name + " resource";
      case CONTAINER_RESOURCE ->
          isUtilization()
              ? name + " container resource utilization (percentage of request)"
              : name + " resource";
      case PODS -> "pods metric " + name;
      case OBJECT ->
          target.kind() == MetricTarget.Kind.VALUE && source.object() != null
              ? source.object().kind() + " metric " + name
              : external(name);
      case EXTERNAL -> external(name);
    };
  }

  /**
   * Whether its API is asked at all: not with a selector that is malformed, nor without a target.
   */
  public boolean isAsked() {
    return source.selectorMistake() == null && target.kind() != MetricTarget.Kind.NONE;
  }

  boolean isUtilization() {
    return target.kind() == MetricTarget.Kind.UTILIZATION;
  }

  private String external(String name) {
    return "external metric " + name + "(" + MetricSelector.text(source.selector()) + ")";
  }
}
