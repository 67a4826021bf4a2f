package dev.hpasteward.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hpasteward.document.Manifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * What a cluster has, as far as it has to do with scaling.
 *
 * @param manifests each object; its place names its namespace
 */
public record StoredObjects(List<Manifest> manifests) {

  private static final ObjectMapper JSON = new ObjectMapper();

  public StoredObjects {
    manifests = List.copyOf(manifests);
  }

  /** Objects as JSON, such as {@code ClusterListing} gives. */
  public static StoredObjects of(List<byte[]> objects) {
    return new StoredObjects(objects.stream().map(StoredObjects::manifest).toList());
  }

  private static Manifest manifest(byte[] json) {
    try {
      return manifest(JSON.readTree(json));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Manifest manifest(JsonNode object) {
    return Manifest.of("namespace " + object.path("metadata").path("namespace").asText(""), object);
  }
}
