package dev.hpasteward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.controlplane.ControlPlane;
import dev.hpasteward.controlplane.EnforcedNamespace;
import dev.hpasteward.controlplane.Kubectl;
import dev.hpasteward.controlplane.ProgramProcess;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code serve --register}: tried on a cluster, and gone without a trace. */
class ServeRegistrationIT {

  private static final Pattern REGISTERED =
      Pattern.compile(
          "hpa-steward: registered with https://127\\.0\\.0\\.1:\\d+/, which now calls https://127\\.0\\.0\\.1:\\d+");

  private static final int SIGTERM = 15;

  private final ControlPlane controlPlane = ControlPlane.running(ControlPlane.Parts.API_SERVER);
  private final Kubectl kubectl =
      controlPlane
          .kubectl()
          .inNamespace(EnforcedNamespace.spared(controlPlane, ServeRegistrationIT.class));

  ServeRegistrationIT() {}

  @Test
  void itRegistersRefusesABadAutoscalerAndLeavesNothingBehindOnSigterm() {
    ProgramProcess program = serve();
    assertThat(registered())
        .isEqualTo(
            """
            hpa-steward-development mutate.hpa-steward.dev=Ignore\s
            hpa-steward-development validate.hpa-steward.dev=Ignore deployments.validate.hpa-steward.dev=Ignore scalingpolicies.validate.hpa-steward.dev=Ignore\s
            """);
    assertThat(create("refused", 90).stderr())
        .contains("cpu-target: spec.metrics[0].resource.target.averageUtilization: found 90");

    program.close();

    assertThat(program.exitCode()).isEqualTo(128 + SIGTERM);
    assertThat(program.output())
        .contains("hpa-steward: removed the webhook configurations hpa-steward-development");
    assertThat(registered()).isEmpty();
    assertThat(create("refused", 90).exitCode()).isZero();
  }

  @Test
  void whatAKilledOneLeavesStopsNoWriteAndIsTakenOverByTheNext() {
    serve().kill();
    assertThat(registered()).hasLineCount(2);
    assertThat(create("let-pass", 90))
        .isEqualTo(
            new Kubectl.Result(0, "horizontalpodautoscaler.autoscaling/let-pass created\n", ""));

    ProgramProcess next = serve();
    assertThat(create("refused-again", 90).stderr()).contains("cpu-target: ");

    next.close();
    assertThat(registered()).isEmpty();
  }

  @Test
  void whatAnotherHasTakenOverIsNotRemoved() {
    ProgramProcess first = serve();
    ProgramProcess second = serve();

    first.close();

    assertThat(first.output()).doesNotContain("removed the webhook configurations");
    assertThat(registered()).hasLineCount(2);
    second.close();
    assertThat(registered()).isEmpty();
  }

  private ProgramProcess serve() {
    ProgramProcess program =
        ProgramProcess.start(
            "serve",
            "--register",
            "--webhook-only",
            "--port=0",
            "--management-port=0",
            "--kubeconfig=" + controlPlane.kubeconfig());
    program.awaitLine(line -> REGISTERED.matcher(line).matches());
    return program;
  }

  private Kubectl.Result create(String name, int cpu) {
    String labelled = ", labels: {hpa-steward.dev/service-type: agent}";
    return kubectl.runWithInput(
        Manifests.autoscaler(name, labelled, name, Manifests.cpuMetric(cpu)), "create", "-f", "-");
  }

  /** Both configurations, each with its webhooks and what happens if they don't answer. */
  private String registered() {
    return kubectl
        .run(
            "get",
            "mutatingwebhookconfigurations,validatingwebhookconfigurations",
            "--ignore-not-found",
            "-o",
            "jsonpath={range .items[?(@.metadata.name==\"hpa-steward-development\")]}{.metadata.name} "
                + "{range .webhooks[*]}{.name}={.failurePolicy} {end}{\"\\n\"}{end}")
        .output();
  }
}
