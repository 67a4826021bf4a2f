package dev.hpasteward.manifest;

import dev.hpasteward.model.Metadata;

/** Reads {@code metadata}. */
final class MetadataReader {

  private MetadataReader() {}

  /**
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
        metadata.field("annotations").texts());
  }
}
