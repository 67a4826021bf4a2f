package dev.hpasteward.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hpasteward.model.Workload;

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
    return new Workload(
        MetadataReader.read(root, namespace),
        root.field("spec").field("replicas").number(),
        DeclaredReplicas.in(object),
        PodTemplateReader.read(root.field("spec").field("template")));
  }
}
