package dev.hpasteward.deploy;

import dev.hpasteward.controlplane.ControlPlane;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The overlays, as kubectl renders them. */
enum Overlay {
  SELF_MANAGED_CERTS,
  CERT_MANAGER,
  CERTS_DIR,
  AUDIT,
  EKS_HOSTNETWORK;

  private static final KubernetesSerialization YAML = new KubernetesSerialization();

  /** Rendering takes most of a second. */
  private static final Map<Overlay, String> RENDERED = new ConcurrentHashMap<>();

  String folderName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** All objects, in the order in which kubectl applies them. */
  List<HasMetadata> objects() {
    return documents(rendered());
  }

  /** What {@code kubectl kustomize} prints. */
  String rendered() {
    return RENDERED.computeIfAbsent(this, Overlay::render);
  }

  private static String render(Overlay overlay) {
    Path root = overlay == CERTS_DIR ? copyWithCertificates() : Path.of("");
    return kustomize(root.resolve("deploy").resolve("overlays").resolve(overlay.folderName()));
  }

  /** The objects of one class. */
  <T extends HasMetadata> List<T> objects(Class<T> type) {
    return objects().stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** The only object of its class. */
  <T extends HasMetadata> T object(Class<T> type) {
    List<T> found = objects(type);
    if (found.size() != 1) {
      throw new AssertionError(this + " has " + found.size() + " of " + type.getSimpleName());
    }
    return found.get(0);
  }

  PodTemplateSpec template() {
    return object(Deployment.class).getSpec().getTemplate();
  }

  static String kustomize(Path folder) {
    return ControlPlane.running(ControlPlane.Parts.API_SERVER)
        .kubectl()
        .run("kustomize", folder.toString())
        .output();
  }

  static List<HasMetadata> documents(String yaml) {
    return Stream.of(yaml.split("(?m)^---$")).map(Overlay::document).toList();
  }

  static String asYaml(HasMetadata object) {
    return YAML.asYaml(object);
  }

  /** Kinds that the client does not know come as trees. */
  private static HasMetadata document(String yaml) {
    Object object = YAML.unmarshal(yaml);
    return object instanceof HasMetadata known
        ? known
        : YAML.unmarshal(yaml, GenericKubernetesResource.class);
  }

  /** A copy, because {@code certs/make} writes beside itself. */
  private static Path copyWithCertificates() {
    try {
      Path root = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "overlays");
      CommandOutput.of("cp", "-r", "deploy", "certs", root.toString()).successful();
      CommandOutput.of("bash", root.resolve("certs").resolve("make").toString()).successful();
      return root;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
