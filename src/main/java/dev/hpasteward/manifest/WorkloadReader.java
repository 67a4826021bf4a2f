package dev.hpasteward.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hpasteward.model.Container;
import dev.hpasteward.model.Workload;
import java.util.ArrayList;
import java.util.List;

/** Reads a Deployment of apps/v1. */
public final class WorkloadReader {

  private WorkloadReader() {}

  /**
   * Reads the object.
   *
   * @param namespace the namespace of the request
   * @throws MalformedObject if a field is of a wrong type; it says which
   */
  public static Workload read(JsonNode object, String namespace) throws MalformedObject {
    Node root = Node.root(object);
    Node template = root.field("spec").field("template");
    List<Container> containers = new ArrayList<>();
    for (Node container : template.field("spec").field("containers").elements()) {
      containers.add(container(container));
    }
    return new Workload(
        MetadataReader.read(root, namespace),
        template.field("metadata").field("annotations").texts(),
        containers);
  }

  private static Container container(Node container) throws MalformedObject {
    List<Container.Port> ports = new ArrayList<>();
    for (Node port : container.field("ports").elements()) {
      ports.add(
          new Container.Port(
              port.field("name").textOrEmpty(), port.field("containerPort").number().orElse(0)));
    }
    return new Container(container.field("name").textOrEmpty(), ports);
  }
}
