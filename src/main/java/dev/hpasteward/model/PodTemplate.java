package dev.hpasteward.model;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What the pods of a workload are made from.
 *
 * @param annotations the annotations of the pods
 * @param containers the containers that run all the time: those of {@code containers} and the
 *     restartable ones of {@code initContainers}
 * @param requests the resources that the pod requests as a whole ({@code spec.resources})
 * @param gracePeriodSeconds {@code terminationGracePeriodSeconds}
 */
public record PodTemplate(
    Map<String, String> annotations,
    List<Container> containers,
    Set<String> requests,
    OptionalInt gracePeriodSeconds) {

  /** Where the template stands in a workload. */
  public static final FieldPath PATH = FieldPath.of("spec.template");

  /** Where the annotations of the pods stand in a workload. */
  public static final FieldPath ANNOTATIONS = PATH.field("metadata").field("annotations");

  /** What the API server takes where no grace period is given (apis/core/v1/defaults.go). */
  public static final int DEFAULT_GRACE_PERIOD_SECONDS = 30;

  private static final Set<String> METRICS_PORTS = Set.of("metrics", "prometheus");

  public PodTemplate {
    annotations = Map.copyOf(annotations);
    containers = List.copyOf(containers);
    requests = Set.copyOf(requests);
  }

  /** The first container port named {@code metrics} or {@code prometheus}. */
  public OptionalInt metricsPort() {
    for (Container container : containers) {
      for (Container.Port port : container.ports()) {
        if (METRICS_PORTS.contains(port.name())) {
          return OptionalInt.of(port.number());
        }
      }
    }
    return OptionalInt.empty();
  }
}
