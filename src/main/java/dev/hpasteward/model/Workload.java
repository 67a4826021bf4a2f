package dev.hpasteward.model;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A Deployment.
 *
 * @param metadata what it says about itself
 * @param templateAnnotations the annotations of its pods
 * @param containers the containers of its pods, init containers aside
 */
public record Workload(
    Metadata metadata, Map<String, String> templateAnnotations, List<Container> containers)
    implements Subject {

  public Workload {
    templateAnnotations = Map.copyOf(templateAnnotations);
    containers = List.copyOf(containers);
  }

  /** Where the annotations of its pods stand. */
  public static final FieldPath TEMPLATE_ANNOTATIONS =
      FieldPath.of("spec.template.metadata.annotations");

  private static final Set<String> METRICS_PORTS = Set.of("metrics", "prometheus");

  /** The first container port named {@code metrics} or {@code prometheus}. */
  public OptionalInt metricsPort() {
    return containers.stream()
        .flatMap(container -> container.ports().stream())
        .filter(port -> METRICS_PORTS.contains(port.name()))
        .mapToInt(Container.Port::number)
        .findFirst();
  }

  @Override
  public String kind() {
    return "Deployment";
  }
}
