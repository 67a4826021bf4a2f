package dev.hpasteward.cluster;

import io.fabric8.kubernetes.api.model.Config;
import io.fabric8.kubernetes.api.model.NamedContext;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A kubeconfig that somebody named: the client would take a useless one without a word. */
public final class KubeconfigFile {

  private KubeconfigFile() {}

  /** What keeps this file from naming a cluster; empty if nothing does. */
  public static Optional<String> problem(Path file) {
    try {
      Config config = new KubernetesSerialization().unmarshal(Files.readString(file), Config.class);
      return problem(config);
    } catch (IOException e) {
      return Optional.of("it is not readable: " + e);
    } catch (RuntimeException e) {
      // The library lets through whatever its YAML parser throws.
      return Optional.of("it is not YAML of that shape");
    }
  }

  private static Optional<String> problem(@Nullable Config config) {
    if (config == null || config.getClusters().isEmpty()) {
      return Optional.of("it names no cluster");
    }
    String current = config.getCurrentContext();
    if (current == null || current.isBlank()) {
      return Optional.of("it has no current-context: kubectl config use-context sets it");
    }
    return config.getContexts().stream().map(NamedContext::getName).anyMatch(current::equals)
        ? Optional.empty()
        : Optional.of("its current-context " + current + " is none of its contexts");
  }
}
