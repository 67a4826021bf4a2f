package dev.hpasteward.cli;

import dev.hpasteward.check.Examination.Extent;
import dev.hpasteward.check.Settings;
import dev.hpasteward.cluster.listing.ClusterListing;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code check}: says of manifests what admission would say. Needs no cluster. */
@Command(
    name = "check",
    description =
        "Says of manifests what admission would say of them, in the same words. Needs no cluster,"
            + " reads no kubeconfig. The objects of one call are seen together. With --cluster it"
            + " says how the objects of a cluster stand, and with another policy what that policy"
            + " would change there.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  helm template . | hpa-steward check -",
      "  hpa-steward check deploy/ --policy=policy.yaml",
      "  hpa-steward check deploy/ --output=sarif > hpa-steward.sarif",
      "  hpa-steward check deploy/ --fix --diff    what --fix would write",
      "  hpa-steward check --cluster --policy=new-policy.yaml    what it would change",
      "",
      "Exit codes: 0 nothing would be refused, 1 something would (with --warnings-as-errors: or",
      "warned about), 2 bad usage or something that can't be read; 2 wins over 1. 3 a fault of the",
      "program: nothing was decided."
    })
final class CheckCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      description =
          "YAML or JSON, folders with such files (.yaml, .yml, .json), or - for what is piped in.")
  private List<String> inputs = List.of();

  @Option(
      names = "--cluster",
      description = "Check what a cluster has, instead of files. Reads, and changes nothing.")
  private boolean cluster;

  @Mixin private GivenCluster given = new GivenCluster();

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description =
          "Policy document (default: the embedded strategy; of a cluster, the policy in force"
              + " there).")
  private @Nullable Path policyFile;

  @Option(
      names = {"-n", "--namespace"},
      paramLabel = "NAME",
      description =
          "Namespace of objects that name none (default: default); of a cluster, the only one that"
              + " is checked.")
  private @Nullable String namespace;

  @Option(
      names = "--namespace-labels",
      paramLabel = "KEY=VALUE",
      split = ",",
      description =
          "Labels of each namespace that is not among the objects: they decide mode and exemptions.")
  private Map<String, String> namespaceLabels = new HashMap<>();

  @Option(
      names = "--kube-version",
      paramLabel = "VERSION",
      description = "Version of the cluster, such as 1.33 (default: a current one).")
  private @Nullable String kubeVersion;

  @Option(
      names = "--only-manifests",
      description =
          "Pass over documents with neither apiVersion nor kind in files that are named one by one"
              + " too, such as a values.yaml among them; in folders they always are.")
  private boolean onlyManifests;

  @Mixin private ToldRules told = new ToldRules();

  @Option(
      names = "--fix",
      description =
          "Write what has one right value into the files, and check what has become of them."
              + " Comments, order and formatting of all else stay. What was piped in is"
              + " printed, and the verdict goes to standard error.")
  private boolean fix;

  @Option(
      names = "--diff",
      description =
          "Show what admission would change; with --fix, what would be written. Nothing is"
              + " written.")
  private boolean diff;

  @Mixin private ChosenReport report = new ChosenReport();

  /** For tests, whose clusters are small. */
  @Option(names = "--page", hidden = true)
  private int page = ClusterListing.PAGE;

  CheckCommand() {}

  @Override
  public Integer call() throws IOException {
    if (namespace != null) {
      ObjectName.check("--namespace", namespace, "a namespace");
    }
    return cluster ? ofCluster() : ofFiles();
  }

  private int ofFiles() throws IOException {
    if (inputs.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "Name files or folders, - for what is piped in, or --cluster");
    }
    if (given.isNamed()) {
      throw new UnusableInput("--kubeconfig and --context say which cluster: add --cluster");
    }
    Settings settings =
        Settings.ofFiles(
            GivenPolicy.orEmbedded(policyFile),
            namespace == null ? "default" : namespace,
            namespaceLabels,
            GivenVersion.orCurrent(kubeVersion),
            told.rules(),
            Instant.now());
    FileCheck check =
        new FileCheck(
            GivenManifests.read(inputs, onlyManifests, System.in),
            settings,
            report,
            spec.commandLine().getOut(),
            spec.commandLine().getErr());
    if (diff) {
      return check.shown(fix ? Extent.POLICY : Extent.ADMISSION);
    }
    return fix ? check.fixed() : check.told();
  }

  private int ofCluster() throws IOException {
    if (!inputs.isEmpty() || fix || diff || !namespaceLabels.isEmpty() || kubeVersion != null) {
      throw new UnusableInput(
          "--cluster goes with none of FILE, --fix, --diff, --namespace-labels, --kube-version:"
              + " the cluster says all that itself");
    }
    PrintWriter err = spec.commandLine().getErr();
    ClusterCheck check =
        new ClusterCheck(
            ClusterObjects.read(given, namespace, page, err),
            told.rules(),
            report,
            spec.commandLine().getOut(),
            err);
    return policyFile == null ? check.told() : check.under(PolicyFile.read(policyFile));
  }
}
