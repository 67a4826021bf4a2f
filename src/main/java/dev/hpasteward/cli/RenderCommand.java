package dev.hpasteward.cli;

import dev.hpasteward.check.Rendering;
import dev.hpasteward.check.Settings;
import dev.hpasteward.model.Excerpt;
import dev.hpasteward.policy.CapacityMetric;
import dev.hpasteward.policy.RuleId;
import dev.hpasteward.report.ManifestYaml;
import dev.hpasteward.source.Mistake;
import dev.hpasteward.synthesis.HeadroomRules;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
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
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code render}: prints the HPAs that would be generated. Needs no cluster. */
@Command(
    name = "render",
    description =
        "Prints the HPA that would be generated for each Deployment with a service type. Needs no"
            + " cluster, reads no kubeconfig.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  helm template . | hpa-steward render -",
      "  hpa-steward render deploy/ --headroom > hpa.yaml",
      "",
      "Exit codes: 0 printed, also if there was nothing to print, 2 bad usage or something that",
      "can't be read."
    })
final class RenderCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description =
          "YAML or JSON, folders with such files (.yaml, .yml, .json), or - for what is piped in.")
  private List<String> inputs = List.of();

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "Policy document (default: the embedded strategy).")
  private @Nullable Path policyFile;

  @Option(
      names = {"-n", "--namespace"},
      paramLabel = "NAME",
      description = "Namespace of objects that name none (${DEFAULT-VALUE}).")
  private String namespace = "default";

  @Option(
      names = "--kube-version",
      paramLabel = "VERSION",
      description = "Version of the cluster, such as 1.33 (default: a current one).")
  private @Nullable String kubeVersion;

  @Option(
      names = "--headroom",
      description =
          "Scale on the capacity that is needed instead of the capacity that is free, and add what"
              + " serves that metric: recording rules, and as comments a rule for"
              + " prometheus-adapter and a trigger for KEDA.")
  private boolean headroom;

  RenderCommand() {}

  @Override
  public Integer call() {
    ObjectName.check("--namespace", namespace, "a namespace");
    Settings settings =
        Settings.ofFiles(
            GivenPolicy.orEmbedded(policyFile),
            namespace,
            Map.of(),
            GivenVersion.orCurrent(kubeVersion),
            EnumSet.allOf(RuleId.class),
            Instant.now());
    GivenManifests given = GivenManifests.read(inputs, System.in);
    Rendering.Result result = Rendering.of(given.texts(), settings, headroom);
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    print(result.autoscalers(), out);
    out.flush();
    List<Mistake> mistakes =
        Stream.concat(given.mistakes().stream(), result.mistakes().stream()).toList();
    mistakes.forEach(mistake -> err.println("unreadable " + mistake));
    if (mistakes.isEmpty() && result.autoscalers().isEmpty()) {
      err.println("no Deployment in it has a service type of the policy");
    }
    err.flush();
    return mistakes.isEmpty() ? 0 : ExitCode.USAGE;
  }

  private void print(List<Rendering.Rendered> autoscalers, PrintWriter out) {
    Set<String> served = new HashSet<>();
    for (Rendering.Rendered rendered : autoscalers) {
      out.println("---");
      out.println(
          "# For Deployment "
              + Excerpt.plain(rendered.namespace())
              + "/"
              + Excerpt.plain(rendered.deployment()));
      out.print(ManifestYaml.of(rendered.object()));
      if (headroom) {
        rendered.type().capacityMetrics().stream()
            .filter(metric -> !metric.placeholder())
            .filter(metric -> served.add(rendered.namespace() + "/" + metric.name()))
            .forEach(metric -> printRules(metric, rendered.namespace(), out));
      }
    }
  }

  private static void printRules(CapacityMetric metric, String namespace, PrintWriter out) {
    out.println("---");
    out.println("# Serves " + metric.headroomName() + ", with one of the two below.");
    out.print(ManifestYaml.of(HeadroomRules.prometheusRule(metric)));
    comment(
        "For prometheus-adapter, under externalRules:",
        ManifestYaml.of(List.of(HeadroomRules.adapterRule(metric))),
        out);
    comment(
        "For KEDA in place of the HPA, under spec.triggers of a ScaledObject:",
        ManifestYaml.of(List.of(HeadroomRules.kedaTrigger(metric, namespace))),
        out);
  }

  private static void comment(String title, String yaml, PrintWriter out) {
    out.println("# " + title);
    yaml.lines().forEach(line -> out.println("#   " + line));
  }
}
