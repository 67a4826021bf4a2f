package dev.hpasteward.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which service type, which policy, which HPA. */
final class SimulatedHpaOptions {

  @Option(
      names = "--service-type",
      paramLabel = "TYPE",
      description = "Service type of the policy (default: all, a line each).")
  @Nullable String serviceType;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "Policy document (default: the embedded strategy).")
  @Nullable Path policyFile;

  @Option(
      names = "--headroom",
      description =
          "The HPA scales on the capacity that is needed instead of the capacity that is free, as"
              + " render --headroom writes it.")
  boolean headroom;

  @Option(
      names = "--hpa",
      paramLabel = "FILE",
      description =
          "Somebody's own HPA in YAML or JSON, or - for what is piped in (default: the HPA that"
              + " the policy asks for).")
  @Nullable String hpa;

  @Option(
      names = "--kube-version",
      paramLabel = "VERSION",
      description =
          "Version of the cluster, such as 1.33, which keeps no tolerances (default: a current"
              + " one).")
  @Nullable String kubeVersion;

  SimulatedHpaOptions() {}
}
