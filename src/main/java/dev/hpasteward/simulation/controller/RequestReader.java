package dev.hpasteward.simulation.controller;

import dev.hpasteward.simulation.controller.ContainerRequests.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What pods request of one resource (replica_calculator.go, calculateRequests). Pods of a template
 * share what they request, so the last answer is kept.
 */
final class RequestReader {

  private final String resource;
  private final @Nullable String container;
  private @Nullable PodResources last;
  private long lastRequest;
  private @Nullable String mistake;

  /** Of one container, or of whole pods if there is none. */
  RequestReader(String resource, @Nullable String container) {
    this.resource = resource;
    this.container = container;
  }

  /** In thousandths; what is said after a mistake means nothing. */
  // At a glance: the same object asks for the same.
  @SuppressWarnings("ReferenceEquality")
  long of(Pod pod) {
    if (pod.resources() != last && mistake == null) {
      last = pod.resources();
      lastRequest = read(pod);
    }
    return lastRequest;
  }

  /** What is wrong with the first pod that lacks a request; null if all have one. */
  @Nullable String mistake() {
    return mistake;
  }

  private long read(Pod pod) {
    PodResources resources = pod.resources();
    if (container == null && WholePodRequest.isSet(resources)) {
      Long whole = WholePodRequest.of(resources, resource);
      return whole == null
          ? failed("missing pod-level request for " + resource + " in Pod " + pod.name())
          : whole;
    }
    long sum = 0;
    for (Kind kind : new Kind[] {Kind.CONTAINER, Kind.SIDECAR}) {
      for (ContainerRequests one : resources.containers()) {
        if (one.kind() == kind && (container == null || container.equals(one.name()))) {
          Long request = one.requests().of(resource);
          if (request == null) {
            return failed(
                "missing request for %s in container %s of Pod %s"
                    .formatted(resource, one.name(), pod.name()));
          }
          if (container != null) {
            return request;
          }
          sum += request;
        }
      }
    }
    return container == null
        ? sum
        : failed("container " + container + " not found in Pod " + pod.name());
  }

  private long failed(String why) {
    mistake = why;
    return 0;
  }
}
