package dev.hpasteward.cluster.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A file of {@code deploy}, which the program carries. */
enum InstalledManifest {
  WEBHOOKS("deploy/base/webhooks.yaml", "webhooks.yaml"),
  PERMISSIONS("deploy/base/rbac.yaml", "rbac.yaml"),

  /** What it may do besides where it keeps its certificate in a Secret. */
  CERTIFICATE_PERMISSIONS(
      "deploy/overlays/self-managed-certs/rbac.yaml", "self-managed-certs/rbac.yaml");

  private static final String FOLDER = "/dev/hpasteward/cluster/";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String path;
  private final String resource;

  InstalledManifest(String path, String resource) {
    this.path = path;
    this.resource = resource;
  }

  /** Where people find it. */
  String path() {
    return path;
  }

  /** The objects of this kind in it. */
  List<JsonNode> objects(String kind) {
    try (InputStream in = InstalledManifest.class.getResourceAsStream(FOLDER + resource)) {
      if (in == null) {
        throw new IllegalStateException(path + " is missing from the program");
      }
      Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
      return StreamSupport.stream(yaml.loadAll(in).spliterator(), false)
          .map(document -> JSON.<JsonNode>valueToTree(document))
          .filter(object -> object.path("kind").asText().equals(kind))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
