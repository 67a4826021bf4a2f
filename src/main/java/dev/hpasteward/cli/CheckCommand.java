package dev.hpasteward.cli;

import dev.hpasteward.check.Examination;
import dev.hpasteward.check.Examination.Extent;
import dev.hpasteward.check.Preview;
import dev.hpasteward.check.Settings;
import dev.hpasteward.check.Verdict;
import dev.hpasteward.cluster.listing.ClusterListing;
import dev.hpasteward.document.ManifestText;
import dev.hpasteward.policy.Action;
import dev.hpasteward.policy.RuleId;
import dev.hpasteward.policy.ScalingPolicy;
import dev.hpasteward.report.Checked;
import dev.hpasteward.report.GitHubReport;
import dev.hpasteward.report.JsonReport;
import dev.hpasteward.report.JunitReport;
import dev.hpasteward.report.MarkdownReport;
import dev.hpasteward.report.PreviewText;
import dev.hpasteward.report.Report;
import dev.hpasteward.report.SarifReport;
import dev.hpasteward.report.TextReport;
import dev.hpasteward.source.Mistake;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
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

  @Option(names = "--warnings-as-errors", description = "End with 1 for warnings too.")
  private boolean warningsAsErrors;

  @Option(
      names = "--only",
      paramLabel = "RULE",
      split = ",",
      completionCandidates = RuleNames.class,
      description = "Tell only of these rules.")
  private List<String> only = List.of();

  @Option(
      names = "--skip",
      paramLabel = "RULE",
      split = ",",
      completionCandidates = RuleNames.class,
      description = "Do not tell of these rules.")
  private List<String> skip = List.of();

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

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORM",
      description = "${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
  private Form output = Form.text;

  @Option(
      names = {"-v", "--verbose"},
      description = "As text: name objects too that nothing is wrong with.")
  private boolean verbose;

  /** For tests, whose clusters are small. */
  @Option(names = "--page", hidden = true)
  private int page = ClusterListing.PAGE;

  /** As they are written on the command line. */
  enum Form {
    text,
    json,
    sarif,
    junit,
    github,
    markdown
  }

  CheckCommand() {}

  @Override
  public Integer call() throws IOException {
    if (namespace != null) {
      ObjectName.check("--namespace", namespace, "a namespace");
    }
    if (cluster) {
      return cluster();
    }
    if (inputs.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "Name files or folders, - for what is piped in, or --cluster");
    }
    if (kubeconfig != null || context != null) {
      throw new UnusableInput("--kubeconfig and --context say which cluster: add --cluster");
    }
    Settings settings =
        Settings.ofFiles(
            GivenPolicy.orEmbedded(policyFile),
            namespace == null ? "default" : namespace,
            namespaceLabels,
            GivenVersion.orCurrent(kubeVersion),
            rules(),
            Instant.now());
    GivenManifests given = GivenManifests.read(inputs, System.in);
    Examination examination = Examination.of(given.texts(), settings);
    if (!fix && !diff) {
      return told(examination, given, settings, spec.commandLine().getOut());
    }
    RewrittenFiles rewritten =
        RewrittenFiles.of(examination.wanted(fix ? Extent.POLICY : Extent.ADMISSION));
    if (diff) {
      return shown(examination, rewritten, given, settings);
    }
    return fixed(rewritten, given, settings);
  }

  private int cluster() throws IOException {
    if (!inputs.isEmpty() || fix || diff || !namespaceLabels.isEmpty() || kubeVersion != null) {
      throw new UnusableInput(
          "--cluster goes with none of FILE, --fix, --diff, --namespace-labels, --kube-version:"
              + " the cluster says all that itself");
    }
    PrintWriter err = spec.commandLine().getErr();
    ClusterObjects found = ClusterObjects.read(kubeconfig, context, namespace, page, err);
    Settings now =
        new Settings(
            found.installed().policy(),
            "",
            Map.of(),
            found.version(),
            rules(),
            Instant.now(),
            true);
    PrintWriter out = spec.commandLine().getOut();
    if (policyFile == null || output == Form.text) {
      found.installed().doubt().ifPresent(doubt -> err.println("by the embedded policy: " + doubt));
      err.flush();
    }
    if (policyFile == null) {
      return told(Examination.ofStored(found.objects(), now).result(), now.policy(), out);
    }
    Settings then = now.under(PolicyFile.read(policyFile));
    if (output != Form.text) {
      return told(Examination.ofStored(found.objects(), then).result(), then.policy(), out);
    }
    Preview preview = Preview.of(found.objects(), now, then);
    new PreviewText(new Palette(Terminal.wantsColours())).write(preview, out);
    out.flush();
    return code(preview.then());
  }

  /** The difference for who reads or pipes it, the verdict beside it. */
  private int shown(
      Examination examination, RewrittenFiles rewritten, GivenManifests given, Settings settings)
      throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    rewritten.showDifferences(new Palette(Terminal.wantsColours()), out);
    out.flush();
    return told(examination, given, settings, spec.commandLine().getErr());
  }

  private int fixed(RewrittenFiles rewritten, GivenManifests given, Settings settings)
      throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    List<Mistake> unwritten = rewritten.write(given);
    List<ManifestText> now = given.texts().stream().map(rewritten::text).toList();
    boolean piped = false;
    for (ManifestText before : given.texts()) {
      if (given.file(before).isEmpty()) {
        print(rewritten.text(before).text());
        piped = true;
      }
    }
    out.flush();
    rewritten.refused().forEach(mistake -> err.println("not fixed: " + mistake));
    err.printf("fixed: objects %d, files %d%n", rewritten.objects(), rewritten.texts());
    err.flush();
    unwritten.forEach(mistake -> err.println("not written: " + mistake));
    err.flush();
    int code = told(Examination.of(now, settings), given, settings, piped ? err : out);
    return unwritten.isEmpty() ? code : ExitCode.USAGE;
  }

  /** As it was read, whatever the terminal's own letters are. */
  private static void print(String text) throws IOException {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    System.out.write(utf8, 0, utf8.length);
    if (System.out.checkError()) {
      throw new IOException("standard output takes no more");
    }
  }

  private int told(
      Examination examination, GivenManifests given, Settings settings, PrintWriter out)
      throws IOException {
    Examination.Result found = examination.result();
    Examination.Result all =
        new Examination.Result(
            found.verdicts(),
            found.others(),
            Stream.concat(given.mistakes().stream(), found.mistakes().stream()).toList());
    return told(all, settings.policy(), out);
  }

  private int told(Examination.Result result, ScalingPolicy policy, PrintWriter out)
      throws IOException {
    report().write(new Checked(policy, result), out);
    out.flush();
    return code(result);
  }

  private int code(Examination.Result result) {
    if (!result.mistakes().isEmpty()) {
      return ExitCode.USAGE;
    }
    return result.verdicts().stream().anyMatch(this::isBad) ? 1 : 0;
  }

  private boolean isBad(Verdict verdict) {
    return verdict.outcome() == Verdict.Outcome.DENIED
        || (warningsAsErrors
            && verdict.findings().stream()
                .anyMatch(
                    placed ->
                        placed.finding().action() == Action.WARN
                            && placed.finding().exemption().isEmpty()));
  }

  private Set<RuleId> rules() {
    Set<RuleId> rules =
        only.isEmpty() ? EnumSet.allOf(RuleId.class) : EnumSet.copyOf(named("--only", only));
    rules.removeAll(named("--skip", skip));
    return rules;
  }

  private static List<RuleId> named(String option, List<String> names) {
    List<RuleId> rules = new ArrayList<>();
    for (String name : names) {
      rules.add(
          RuleId.of(name)
              .orElseThrow(() -> new UnusableInput(option + ": " + RuleNames.unknown(name))));
    }
    return rules;
  }

  private Report report() {
    return switch (output) {
      case text -> new TextReport(new Palette(Terminal.wantsColours()), verbose);
      case json -> new JsonReport();
      case sarif -> new SarifReport(ProgramVersion.number());
      case junit -> new JunitReport();
      case github -> new GitHubReport();
      case markdown -> new MarkdownReport();
    };
  }
}
