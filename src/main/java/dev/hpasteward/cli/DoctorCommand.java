package dev.hpasteward.cli;

import dev.hpasteward.cluster.doctor.Doctor;
import dev.hpasteward.cluster.doctor.Installation;
import dev.hpasteward.cluster.doctor.PolicyFileResult;
import dev.hpasteward.cluster.doctor.UnreachableException;
import dev.hpasteward.source.PolicySource;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code doctor}: says what is wrong with an installation and what to do about it. */
@Command(
    name = "doctor",
    description =
        "Looks at an installation from beside the cluster: API server, policy, metrics, webhook"
            + " configurations, certificate, pods, permissions, and by a dry run whether the API"
            + " server reaches the webhook. Reads, and stores nothing.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  hpa-steward doctor",
      "  hpa-steward doctor --context=production --dry-run-namespace=media",
      "  hpa-steward doctor --policy=policy.yaml    before that policy is installed",
      "",
      "Exit codes: 0 nothing is wrong, 1 something is, 2 bad usage or no cluster that answers."
    })
final class DoctorCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private GivenCluster cluster = new GivenCluster();

  @Option(
      names = "--namespace",
      paramLabel = "NAME",
      description = "Where HPA Steward is installed (${DEFAULT-VALUE}).")
  private String namespace = "hpa-steward";

  @Option(
      names = "--dry-run-namespace",
      paramLabel = "NAME",
      description =
          "Where a bad HPA is sent to as a dry run; a namespace in mode Enforce (${DEFAULT-VALUE}).")
  private String dryRunNamespace = "default";

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "Go by this policy instead of the installed one.")
  private @Nullable Path policy;

  /** For tests, which share a cluster. */
  @Option(names = "--webhooks", hidden = true)
  private String webhooks = "hpa-steward";

  DoctorCommand() {}

  @Override
  public Integer call() {
    ObjectName.check("--namespace", namespace, "a namespace");
    ObjectName.check("--dry-run-namespace", dryRunNamespace, "a namespace");
    DoctorReport report =
        new DoctorReport(spec.commandLine().getOut(), new Palette(Terminal.wantsColours()));
    try (KubernetesClient client = cluster.connect()) {
      new Doctor(
              client,
              new Installation(namespace, dryRunNamespace, webhooks),
              Optional.ofNullable(policy)
                  .map(file -> new PolicyFileResult(file.toString(), PolicySource.read(file))),
              Instant.now(),
              report::add)
          .examine();
    } catch (UnreachableException e) {
      throw new UnusableInput(e.getMessage() + "; see --kubeconfig and --context");
    }
    return report.end();
  }
}
