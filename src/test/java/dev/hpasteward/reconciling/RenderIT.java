package dev.hpasteward.reconciling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hpasteward.controlplane.ControlPlane;
import dev.hpasteward.controlplane.EnforcedNamespace;
import dev.hpasteward.controlplane.Kubectl;
import dev.hpasteward.controlplane.ProgramProcess;
import dev.hpasteward.controlplane.ReconciledCluster;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** {@code render} prints what a cluster gets. */
class RenderIT {

  private static final ObjectMapper JSON = new ObjectMapper();

  RenderIT() {}

  private static String rendered(String... arguments) {
    ProgramProcess program = ProgramProcess.startWithInput(Fleet.deployment(""), arguments);
    assertThat(program.exitCode()).as(program.output()).isZero();
    return program.output();
  }

  @Test
  void whatIsRenderedIsWhatIsGenerated() throws IOException {
    Fleet fleet = Fleet.enforced(RenderIT.class).apply(Fleet.deployment(""));
    fleet.awaitAutoscalers(Fleet.GENERATED);
    JsonNode generated =
        JSON.readTree(fleet.kubectl().run("get", "hpa", Fleet.GENERATED, "--output=json").output());
    // Where nobody changes it on its way in, and the API server fills in its defaults.
    ControlPlane controlPlane = ControlPlane.running(ControlPlane.Parts.ALL);
    Kubectl spared =
        controlPlane.kubectl().inNamespace(EnforcedNamespace.spared(controlPlane, RenderIT.class));

    String yaml =
        rendered(
            "render",
            "-",
            "--policy=" + ReconciledCluster.POLICY,
            "--namespace=" + spared.namespace(),
            "--kube-version=1.36");
    JsonNode stored =
        JSON.readTree(spared.runWithInput(yaml, "create", "-f", "-", "--output=json").output());

    assertThat(yaml).startsWith("---\n# For Deployment " + spared.namespace() + "/egress\n");
    assertThat(stored.path("spec")).isEqualTo(generated.path("spec"));
    assertThat(stored.at("/metadata/name")).isEqualTo(generated.at("/metadata/name"));
    assertThat(stored.at("/metadata/labels")).isEqualTo(generated.at("/metadata/labels"));
  }

  @Test
  void theHeadroomFormComesWithWhatServesIt() {
    assertThat(rendered("render", "-", "--headroom"))
        .contains(
            "name: livekit_egress_needed",
            "kind: PrometheusRule",
            "record: livekit_egress_needed",
            "# For prometheus-adapter, under externalRules:",
            "#     - seriesQuery: livekit_egress_needed{namespace!=\"\"}",
            "# For KEDA in place of the HPA, under spec.triggers of a ScaledObject:",
            "#     - type: prometheus",
            "query: livekit_egress_needed{namespace=\"default\"}")
        .doesNotContain("name: livekit_egress_available");
  }

  @Test
  void whatCantBeReadEndsWithTwo() {
    ProgramProcess program = ProgramProcess.startWithInput("kind: Deployment\n", "render", "-");

    assertThat(program.exitCode()).isEqualTo(2);
    assertThat(program.output())
        .isEqualTo(
            "unreadable <stdin>:1:1: found an object without apiVersion; write apiVersion and kind");
  }

  @Test
  void withoutADeploymentOfATypeNothingIsPrinted() {
    ProgramProcess program =
        ProgramProcess.startWithInput(
            "{apiVersion: v1, kind: Service, metadata: {name: a}}", "render", "-");

    assertThat(program.exitCode()).isZero();
    assertThat(program.output()).isEqualTo("no Deployment in it has a service type of the policy");
  }
}
