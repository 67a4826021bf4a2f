package dev.hpasteward.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.controlplane.ControlPlane;
import dev.hpasteward.controlplane.Kubectl;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.MutatingWebhookConfiguration;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhookConfiguration;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * On a cluster with controllers, scheduler and fake kubelets. The namespaced objects go to a
 * namespace of their own; the webhook configurations are only tried, since nobody would answer
 * them.
 */
class OverlayPodsIT {

  private static final String ENFORCE = "pod-security.kubernetes.io/enforce";

  private final ControlPlane controlPlane = ControlPlane.running(ControlPlane.Parts.ALL);

  @ParameterizedTest
  @EnumSource
  void bothPodsRunUnderThePodSecurityThatTheOverlaySays(Overlay overlay) {
    String enforced = overlay.object(Namespace.class).getMetadata().getLabels().get(ENFORCE);
    assertThat(enforced)
        .isEqualTo(overlay == Overlay.EKS_HOSTNETWORK ? "privileged" : "restricted");
    Kubectl kubectl = namespace(Map.of(ENFORCE, enforced));

    apply(kubectl, overlay);

    kubectl.run("rollout", "status", "deployment/hpa-steward", "--watch", "--timeout=50s").output();
    assertThat(
            kubectl
                .run("get", "pods", "-o", "jsonpath={range .items[*]}{.status.phase} {end}")
                .output())
        .isEqualTo("Running Running ");
    assertThat(
            kubectl
                .run("get", "pods", "-o", "jsonpath={range .items[*]}{.spec.nodeName}{'\\n'}{end}")
                .output()
                .lines()
                .distinct())
        .hasSize(2);
    assertThat(kubectl.run("get", "events", "--field-selector=reason=FailedCreate").output())
        .isEmpty();
  }

  @Test
  void hostNetworkingIsNotForRestrictedNamespaces() {
    Kubectl kubectl = namespace(Map.of(ENFORCE, "restricted"));

    apply(kubectl, Overlay.EKS_HOSTNETWORK);

    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(
                        kubectl
                            .run("get", "events", "--field-selector=reason=FailedCreate")
                            .output())
                    .contains("violates PodSecurity \"restricted:latest\": host namespaces"));
    assertThat(kubectl.run("get", "pods", "-o", "name").output()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void theApiServerTakesTheWebhookConfigurations(Overlay overlay) {
    String configurations =
        overlay.objects().stream()
            .filter(
                object ->
                    object instanceof MutatingWebhookConfiguration
                        || object instanceof ValidatingWebhookConfiguration)
            .map(Overlay::asYaml)
            .collect(Collectors.joining("---\n"));

    assertThat(
            controlPlane
                .kubectl()
                .runWithInput(configurations, "apply", "--dry-run=server", "-o=name", "-f", "-")
                .output()
                .lines())
        .containsExactlyInAnyOrder(
            "mutatingwebhookconfiguration.admissionregistration.k8s.io/hpa-steward",
            "validatingwebhookconfiguration.admissionregistration.k8s.io/hpa-steward");
  }

  private Kubectl namespace(Map<String, String> labels) {
    return controlPlane.kubectl().inNamespace(controlPlane.namespace(getClass(), labels));
  }

  /** As the overlay has them, but for the namespace, and for kinds that this cluster lacks. */
  private static void apply(Kubectl kubectl, Overlay overlay) {
    List<HasMetadata> objects =
        overlay.objects().stream()
            .filter(Namespaced.class::isInstance)
            .filter(object -> !(object instanceof GenericKubernetesResource))
            .toList();
    for (HasMetadata object : objects) {
      object.getMetadata().setNamespace(kubectl.namespace());
      if (object instanceof RoleBinding binding) {
        binding.getSubjects().forEach(subject -> subject.setNamespace(kubectl.namespace()));
      }
    }
    String yaml = objects.stream().map(Overlay::asYaml).collect(Collectors.joining("---\n"));
    kubectl.runWithInput(yaml, "apply", "-f", "-").output();
  }
}
