package dev.hpasteward.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.controlplane.ControlPlane;
import dev.hpasteward.controlplane.Kubectl;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The overlays as a whole, and what each of them says. */
class WholeOverlayIT {

  private final Kubectl kubectl =
      ControlPlane.running(ControlPlane.Parts.API_SERVER).kubectl().inNamespace("hpa-steward");

  @ParameterizedTest
  @EnumSource
  void theApiServerTakesEveryObject(Overlay overlay) {
    // A dry run does not create the namespace that the other objects are for.
    kubectl.run("create", "namespace", "hpa-steward");
    List<HasMetadata> objects =
        overlay.objects().stream()
            .filter(object -> !(object instanceof GenericKubernetesResource))
            .toList();
    String yaml = objects.stream().map(Overlay::asYaml).collect(Collectors.joining("---\n"));

    assertThat(
            kubectl
                .runWithInput(yaml, "apply", "--dry-run=server", "--server-side", "-f", "-")
                .output()
                .lines())
        .hasSameSizeAs(objects)
        .hasSizeGreaterThan(12)
        .allMatch(line -> line.endsWith(" serverside-applied (server dry run)"));
  }

  @ParameterizedTest
  @EnumSource
  void exactlyOneSourceOfTheCertificateIsNamed(Overlay overlay) {
    Container container = overlay.template().getSpec().getContainers().get(0);

    assertThat(container.getArgs())
        .containsExactly(
            "serve",
            "--policy=/etc/hpa-steward/policy/policy.yaml",
            switch (overlay) {
              case CERT_MANAGER, CERTS_DIR -> "--certificates=/etc/hpa-steward/certificates";
              case SELF_MANAGED_CERTS, AUDIT, EKS_HOSTNETWORK ->
                  "--certificate-secret=hpa-steward-certificate";
            });
  }

  @ParameterizedTest
  @EnumSource
  void thePolicyIsThatOfTheOverlay(Overlay overlay) {
    assertThat(overlay.object(ConfigMap.class).getData().get("policy.yaml"))
        .contains(overlay == Overlay.AUDIT ? "    default: Audit " : "    default: Enforce ");
  }

  @Test
  void certManagerFillsInTheAuthority() {
    assertThat(Overlay.CERT_MANAGER.rendered().lines().map(String::strip))
        .filteredOn("cert-manager.io/inject-ca-from: hpa-steward/hpa-steward"::equals)
        .hasSize(2);
    assertThat(Overlay.CERT_MANAGER.objects(GenericKubernetesResource.class))
        .extracting(object -> "%s %s".formatted(object.getKind(), object.getMetadata().getName()))
        .containsExactlyInAnyOrder(
            "Issuer hpa-steward-self-signed",
            "Certificate hpa-steward-authority",
            "Issuer hpa-steward",
            "Certificate hpa-steward");
  }
}
