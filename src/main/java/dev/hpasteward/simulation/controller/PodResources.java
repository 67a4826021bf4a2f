package dev.hpasteward.simulation.controller;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the pods of one template request.
 *
 * @param containers in the template's order, init containers among them
 * @param ofPod {@code spec.resources.requests}; null where the pod has none of its own
 * @param overhead {@code spec.overhead}; null where it has none
 */
public record PodResources(
    List<ContainerRequests> containers, @Nullable Requests ofPod, @Nullable Requests overhead) {

  public PodResources {
    containers = List.copyOf(containers);
  }

  /** A pod with one container of this name. */
  public static PodResources of(String container, Requests requests) {
    return new PodResources(
        List.of(new ContainerRequests(container, ContainerRequests.Kind.CONTAINER, requests)),
        null,
        null);
  }
}
