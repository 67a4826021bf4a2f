package dev.hpasteward.manifest;

import dev.hpasteward.model.Container;
import dev.hpasteward.model.PodTemplate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads a pod template. */
final class PodTemplateReader {

  private PodTemplateReader() {}

  static PodTemplate read(Node template) throws MalformedObject {
    Node spec = template.field("spec");
    List<Container> containers = new ArrayList<>();
    for (Node container : spec.field("containers").elements()) {
      containers.add(container(container));
    }
    for (Node container : spec.field("initContainers").elements()) {
      if (container.field("restartPolicy").textOrEmpty().equals("Always")) {
        containers.add(container(container));
      }
    }
    return new PodTemplate(
        template.field("metadata").field("annotations").texts(),
        containers,
        requests(spec.field("resources")),
        spec.field("terminationGracePeriodSeconds").number());
  }

  private static Container container(Node container) throws MalformedObject {
    List<Container.Port> ports = new ArrayList<>();
    for (Node port : container.field("ports").elements()) {
      ports.add(
          new Container.Port(
              port.field("name").textOrEmpty(), port.field("containerPort").number().orElse(0)));
    }
    return new Container(
        container.field("name").textOrEmpty(),
        container.path(),
        ports,
        requests(container.field("resources")));
  }

  /** The API server takes a limit for the request where that is missing. */
  private static Set<String> requests(Node resources) throws MalformedObject {
    Set<String> requests = new HashSet<>(resources.field("requests").names());
    requests.addAll(resources.field("limits").names());
    return requests;
  }
}
