package dev.hpasteward.cluster;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Whether this process is told of a cluster, in one of the ways that kubectl knows. */
public final class ConfiguredCluster {

  private ConfiguredCluster() {}

  /** By the file it was given, KUBECONFIG, the pod it is in, or {@code ~/.kube/config}. */
  public static boolean exists() {
    return System.getProperty("kubeconfig") != null
        || isSet(System.getenv("KUBECONFIG"))
        || isSet(System.getenv("KUBERNETES_SERVICE_HOST"))
        || Files.isReadable(Path.of(System.getProperty("user.home"), ".kube", "config"));
  }

  /** An empty variable says nothing. */
  private static boolean isSet(@Nullable String variable) {
    return variable != null && !variable.isBlank();
  }
}
