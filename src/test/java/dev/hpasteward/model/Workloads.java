package dev.hpasteward.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Deployments for tests, named {@code example}, with one container. */
public final class Workloads {
  private Workloads() {}

  /** With this service type as its label and nothing else. */
  public static Workload of(String serviceType) {
    return workload(Map.of(StewardKeys.SERVICE_TYPE, serviceType));
  }

  public static Workload unlabelled() {
    return workload(Map.of());
  }

  /** The same with another annotation of its own. */
  public static Workload annotated(Workload workload, String key, String value) {
    return new Workload(
        new Metadata(
            workload.metadata().namespace(),
            workload.metadata().name(),
            workload.metadata().labels(),
            with(workload.metadata().annotations(), key, value)),
        workload.templateAnnotations(),
        workload.containers());
  }

  /** The same with another annotation on its pods. */
  public static Workload podsAnnotated(Workload workload, String key, String value) {
    return new Workload(
        workload.metadata(),
        with(workload.templateAnnotations(), key, value),
        workload.containers());
  }

  /** The same with one container that has these ports. */
  public static Workload listening(Workload workload, Container.Port... ports) {
    return new Workload(
        workload.metadata(),
        workload.templateAnnotations(),
        List.of(new Container("main", List.of(ports))));
  }

  private static Map<String, String> with(Map<String, String> map, String key, String value) {
    Map<String, String> more = new HashMap<>(map);
    more.put(key, value);
    return more;
  }

  private static Workload workload(Map<String, String> labels) {
    return new Workload(
        new Metadata("media", "example", labels, Map.of()),
        Map.of(),
        List.of(new Container("main", List.of())));
  }
}
