package dev.hpasteward.cluster.leadership;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the Lease is: all processes that are to have one leader must agree on it. */
final class LeaseNamespace {

  /** Kubernetes mounts it into every pod that has a service account. */
  static final Path OF_POD = Path.of("/var/run/secrets/kubernetes.io/serviceaccount/namespace");

  private LeaseNamespace() {}

  /**
   * The first of these that there is, else {@code default}.
   *
   * @param configured by hand
   * @param ofPod the file that names the pod's namespace
   * @param ofContext that of the kubeconfig's context
   */
  static String of(Optional<String> configured, Path ofPod, @Nullable String ofContext) {
    return configured
        .filter(name -> !name.isBlank())
        .or(() -> contents(ofPod))
        .or(() -> Optional.ofNullable(ofContext).filter(name -> !name.isBlank()))
        .orElse("default");
  }

  private static Optional<String> contents(Path file) {
    try {
      return Optional.of(Files.readString(file).strip()).filter(name -> !name.isEmpty());
    } catch (IOException e) {
      return Optional.empty(); // not in a pod
    }
  }
}
