package dev.hpasteward.replay;

import dev.hpasteward.simulation.controller.ContainerRequests;
import dev.hpasteward.simulation.controller.Pod;
import dev.hpasteward.simulation.controller.PodPhase;
import dev.hpasteward.simulation.controller.PodResources;
import dev.hpasteward.simulation.controller.Readiness;
import dev.hpasteward.simulation.controller.Requests;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Pods of a vector. */
final class PodReader {

  private PodReader() {}

  static List<Pod> pods(Fields fields) {
    List<Pod> pods = new ArrayList<>();
    PodResources last = null;
    for (Fields pod : fields.objects("pods")) {
      PodResources resources = resources(pod);
      // Pods of one template share it, as those of a simulation do.
      last = last != null && last.equals(resources) ? last : resources;
      pods.add(pod(pod, last));
    }
    return List.copyOf(pods);
  }

  private static Pod pod(Fields pod, PodResources resources) {
    Readiness readiness = readiness(pod);
    return new Pod(
        pod.text("name"),
        phase(pod),
        readiness,
        readiness == Readiness.ABSENT ? Pod.NEVER : pod.time("readyTransition"),
        pod.timeOr("startTime", Pod.NEVER),
        pod.has("deletionTimestamp"),
        resources);
  }

  private static PodPhase phase(Fields pod) {
    return switch (pod.text("phase")) {
      case "Pending" -> PodPhase.PENDING;
      case "Running" -> PodPhase.RUNNING;
      case "Succeeded" -> PodPhase.SUCCEEDED;
      case "Failed" -> PodPhase.FAILED;
      case "Unknown" -> PodPhase.UNKNOWN;
      default -> throw pod.mistake("phase", "Pending, Running, Succeeded, Failed or Unknown");
    };
  }

  private static Readiness readiness(Fields pod) {
    String ready = pod.textOrNull("ready");
    if (ready == null) {
      return Readiness.ABSENT;
    }
    return switch (ready) {
      case "True" -> Readiness.READY;
      case "False" -> Readiness.NOT_READY;
      case "Unknown" -> Readiness.UNKNOWN;
      default -> throw pod.mistake("ready", "\"True\", \"False\", \"Unknown\" or null");
    };
  }

  private static PodResources resources(Fields pod) {
    List<ContainerRequests> containers = new ArrayList<>();
    for (Fields container : pod.objects("containers")) {
      Requests requests = requests(container.objectOrNull("requests"));
      containers.add(
          new ContainerRequests(
              container.text("name"),
              kind(container),
              requests == null ? Requests.NONE : requests));
    }
    return new PodResources(
        containers,
        requests(pod.objectOrNull("podRequests")),
        requests(pod.objectOrNull("overhead")));
  }

  private static ContainerRequests.Kind kind(Fields container) {
    String kind = container.textOrNull("kind");
    if (kind == null) {
      return ContainerRequests.Kind.CONTAINER;
    }
    return switch (kind) {
      case "container" -> ContainerRequests.Kind.CONTAINER;
      case "sidecar" -> ContainerRequests.Kind.SIDECAR;
      case "init" -> ContainerRequests.Kind.INIT;
      default -> throw container.mistake("kind", "\"sidecar\", \"init\" or absent");
    };
  }

  private static @Nullable Requests requests(@Nullable Fields amounts) {
    if (amounts == null) {
      return null;
    }
    Map<String, Long> requests = new HashMap<>();
    for (Iterator<String> names = amounts.node().fieldNames(); names.hasNext(); ) {
      String resource = names.next();
      if (amounts.has(resource)) {
        requests.put(resource, amounts.integer(resource));
      }
    }
    return new Requests(requests);
  }
}
