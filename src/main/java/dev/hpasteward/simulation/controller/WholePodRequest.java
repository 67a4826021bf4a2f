package dev.hpasteward.simulation.controller;

import dev.hpasteward.simulation.controller.ContainerRequests.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What a pod with requests of its own asks for. A resource that they leave out comes from the
 * containers, init containers included, and overhead is added (component-helpers,
 * resource/helpers.go, PodRequests).
 */
final class WholePodRequest {

  private static final String HUGE_PAGES = "hugepages-";

  private WholePodRequest() {}

  /** Whether the pod has requests of its own that count. */
  static boolean isSet(PodResources resources) {
    return resources.ofPod() != null
        && resources.ofPod().amounts().keySet().stream().anyMatch(WholePodRequest::counts);
  }

  private static boolean counts(String resource) {
    return resource.equals("cpu") || resource.equals("memory") || resource.startsWith(HUGE_PAGES);
  }

  /** In thousandths; null if nobody asks for this resource. */
  static @Nullable Long of(PodResources resources, String resource) {
    Long own = resources.ofPod() == null ? null : resources.ofPod().of(resource);
    Long base = own != null && counts(resource) ? own : ofContainers(resources, resource);
    return sum(base, resources.overhead() == null ? null : resources.overhead().of(resource));
  }

  /** The most that is needed at one time: while init containers run one by one, or afterwards. */
  private static @Nullable Long ofContainers(PodResources resources, String resource) {
    Long running = null;
    for (ContainerRequests container : resources.containers()) {
      if (container.kind() != Kind.INIT) {
        running = sum(running, container.requests().of(resource));
      }
    }
    Long sidecars = null;
    Long starting = null;
    for (ContainerRequests container : resources.containers()) {
      Long request = container.requests().of(resource);
      if (container.kind() == Kind.SIDECAR) {
        sidecars = sum(sidecars, request);
        starting = larger(starting, sidecars);
      } else if (container.kind() == Kind.INIT) {
        starting = larger(starting, sum(request, sidecars));
      }
    }
    return larger(running, starting);
  }

  private static @Nullable Long sum(@Nullable Long one, @Nullable Long other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one + other;
  }

  private static @Nullable Long larger(@Nullable Long one, @Nullable Long other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return Math.max(one, other);
  }
}
