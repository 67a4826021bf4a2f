package dev.hpasteward.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.controlplane.ControlPlane;
import dev.hpasteward.controlplane.Kubectl;
import org.junit.jupiter.api.Test;

class AuditOverlayIT {

  private final Kubectl kubectl = ControlPlane.running(ControlPlane.Parts.API_SERVER).kubectl();

  @Test
  void nothingWaitsForUsAndThePolicyComesAlong() {
    String rendered = kubectl.run("kustomize", "deploy/overlays/audit").output();

    assertThat(rendered.lines().filter(line -> line.contains("failurePolicy")))
        .hasSize(3)
        .allMatch(line -> line.strip().equals("failurePolicy: Ignore"));
    assertThat(rendered).contains("name: hpa-steward-policy", "    default: Audit ");
  }

  @Test
  void theApiServerTakesTheWebhooksOfBase() {
    Kubectl.Result result = kubectl.run("apply", "--dry-run=server", "-k", "deploy/base");

    assertThat(result.exitCode()).as(result.stderr()).isZero();
    assertThat(result.stdout())
        .contains(
            "mutatingwebhookconfiguration.admissionregistration.k8s.io/hpa-steward",
            "validatingwebhookconfiguration.admissionregistration.k8s.io/hpa-steward");
  }
}
