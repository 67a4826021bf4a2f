package dev.hpasteward.cli;

import dev.hpasteward.cluster.ConfiguredCluster;
import dev.hpasteward.cluster.doctor.ChosenCluster;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The cluster that a person named, by options that several commands share. */
final class GivenCluster {

  @Option(
      names = "--kubeconfig",
      paramLabel = "FILE",
      description = "Which cluster (default: KUBECONFIG, the pod's own, ~/.kube/config).")
  private @Nullable Path kubeconfig;

  @Option(
      names = "--context",
      paramLabel = "NAME",
      description = "Context of the kubeconfig (default: its current one).")
  private @Nullable String context;

  GivenCluster() {}

  /** Whether a person said which. */
  boolean isNamed() {
    return kubeconfig != null || context != null;
  }

  /**
   * A client for it; nothing is asked of it yet.
   *
   * @throws UnusableInput if there is none, or no such context
   */
  KubernetesClient connect() {
    if (kubeconfig != null) {
      GivenKubeconfig.check(kubeconfig);
      System.setProperty("kubeconfig", kubeconfig.toString());
    } else if (!ConfiguredCluster.exists()) {
      throw new UnusableInput(
          "there is no cluster to look at: give --kubeconfig or set KUBECONFIG");
    }
    try {
      return ChosenCluster.client(context);
    } catch (IllegalArgumentException e) {
      throw new UnusableInput(String.valueOf(e.getMessage()));
    }
  }
}
