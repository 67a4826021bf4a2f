package dev.hpasteward.manifest;

import dev.hpasteward.model.Deadline;
import dev.hpasteward.model.Metadata;
import dev.hpasteward.model.OwnerReference;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code metadata}. */
final class MetadataReader {

  private MetadataReader() {}

  /**
   * Reads it.
   *
   * @param requestedNamespace the namespace of the request: on CREATE the object itself may not
   *     have one yet
   */
  static Metadata read(Node object, String requestedNamespace) throws MalformedObject {
    Node metadata = object.field("metadata");
    String namespace = metadata.field("namespace").textOrEmpty();
    String name = metadata.field("name").textOrEmpty();
    return new Metadata(
        namespace.isEmpty() ? requestedNamespace : namespace,
        name.isEmpty() ? metadata.field("generateName").textOrEmpty() + "*" : name,
        metadata.field("labels").texts(),
        metadata.field("annotations").texts(),
        metadata.field("uid").text(),
        metadata.field("creationTimestamp").text().flatMap(Deadline::parse),
        owners(metadata.field("ownerReferences")));
  }

  private static List<OwnerReference> owners(Node references) throws MalformedObject {
    List<OwnerReference> owners = new ArrayList<>();
    for (Node owner : references.elements()) {
      owners.add(
          new OwnerReference(
              owner.field("apiVersion").textOrEmpty(),
              owner.field("kind").textOrEmpty(),
              owner.field("name").textOrEmpty(),
              owner.field("uid").textOrEmpty()));
    }
    return owners;
  }
}
