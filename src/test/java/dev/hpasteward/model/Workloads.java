package dev.hpasteward.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** Deployments for tests, with one container that requests CPU and memory and drains for long. */
public final class Workloads {
  private static final int LONG = 86_400;

  private Workloads() {}

  /** Named {@code example}, with this service type as its label and nothing else. */
  public static Workload of(String serviceType) {
    return named("example", Map.of(StewardKeys.SERVICE_TYPE, serviceType));
  }

  public static Workload unlabelled() {
    return named("example", Map.of());
  }

  public static Workload named(String name, Map<String, String> labels) {
    return new Workload(
        new Metadata("media", name, labels, Map.of()),
        OptionalInt.empty(),
        false,
        template(Map.of(), List.of(container("main"))));
  }

  /** The same with another annotation of its own. */
  public static Workload annotated(Workload workload, String key, String value) {
    return new Workload(
        new Metadata(
            workload.metadata().namespace(),
            workload.metadata().name(),
            workload.metadata().labels(),
            with(workload.metadata().annotations(), key, value)),
        workload.replicas(),
        workload.replicasDeclared(),
        workload.template());
  }

  /** The same with another annotation on its pods. */
  public static Workload podsAnnotated(Workload workload, String key, String value) {
    PodTemplate template = workload.template();
    return templated(
        workload, template(with(template.annotations(), key, value), template.containers()));
  }

  /** The same with one container that has these ports. */
  public static Workload listening(Workload workload, Container.Port... ports) {
    return templated(
        workload, template(workload.template().annotations(), List.of(container("main", ports))));
  }

  /** The same with another pod template. */
  public static Workload templated(Workload workload, PodTemplate template) {
    return new Workload(
        workload.metadata(), workload.replicas(), workload.replicasDeclared(), template);
  }

  /** The same with replicas, in its manifest or not. */
  public static Workload scaled(Workload workload, int replicas, boolean declared) {
    return new Workload(
        workload.metadata(), OptionalInt.of(replicas), declared, workload.template());
  }

  public static PodTemplate template(Map<String, String> annotations, List<Container> containers) {
    return new PodTemplate(annotations, containers, Set.of(), OptionalInt.of(LONG));
  }

  /** Requests CPU and memory. */
  public static Container container(String name, Container.Port... ports) {
    return new Container(
        name,
        FieldPath.of("spec.template.spec.containers").index(0),
        List.of(ports),
        Set.of("cpu", "memory"));
  }

  private static Map<String, String> with(Map<String, String> map, String key, String value) {
    Map<String, String> more = new HashMap<>(map);
    more.put(key, value);
    return more;
  }
}
