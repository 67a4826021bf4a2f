package dev.hpasteward.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How the pods run and stay available, in each overlay. */
class InstallationIT {

  /**
   * After so long the API server's client closes a connection that it does not use: {@code
   * SetOldTransportDefaults} in apimachinery's pkg/util/net/http.go takes it from net/http.
   */
  private static final Duration UNUSED_BY_API_SERVER = Duration.ofSeconds(90);

  @ParameterizedTest
  @EnumSource
  void thePodMayDoNothingToItsNode(Overlay overlay) {
    PodSpec pod = overlay.template().getSpec();

    assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
    assertThat(pod.getSecurityContext().getRunAsUser()).isPositive();
    assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
    SecurityContext context = container(overlay).getSecurityContext();
    assertThat(context.getReadOnlyRootFilesystem()).isTrue();
    assertThat(context.getAllowPrivilegeEscalation()).isFalse();
    assertThat(context.getPrivileged()).isNull();
    assertThat(context.getCapabilities().getDrop()).containsExactly("ALL");
    assertThat(context.getCapabilities().getAdd()).isNullOrEmpty();
    assertThat(pod.getVolumes()).allSatisfy(volume -> assertThat(volume.getHostPath()).isNull());
    assertThat(Boolean.TRUE.equals(pod.getHostNetwork()))
        .isEqualTo(overlay == Overlay.EKS_HOSTNETWORK);
  }

  @ParameterizedTest
  @EnumSource
  void anOldPodStaysUntilANewOneIsReady(Overlay overlay) {
    var spec = overlay.object(Deployment.class).getSpec();

    assertThat(spec.getReplicas()).isEqualTo(2);
    assertThat(spec.getStrategy().getRollingUpdate().getMaxUnavailable().getIntVal()).isZero();
    assertThat(spec.getStrategy().getRollingUpdate().getMaxSurge().getIntVal()).isOne();
  }

  @ParameterizedTest
  @EnumSource
  void thePodsAreSpreadAndNotDrainedTogether(Overlay overlay) {
    Map<String, String> labels = overlay.template().getMetadata().getLabels();
    PodDisruptionBudget budget = overlay.object(PodDisruptionBudget.class);

    assertThat(overlay.template().getSpec().getTopologySpreadConstraints())
        .extracting(TopologySpreadConstraint::getTopologyKey)
        .containsExactly("topology.kubernetes.io/zone", "kubernetes.io/hostname");
    assertThat(overlay.template().getSpec().getTopologySpreadConstraints())
        .allSatisfy(
            constraint ->
                assertThat(constraint.getLabelSelector().getMatchLabels()).isEqualTo(labels));
    assertThat(budget.getSpec().getSelector().getMatchLabels()).isEqualTo(labels);
    assertThat(budget.getSpec().getMaxUnavailable().getIntVal()).isOne();
    assertThat(overlay.template().getSpec().getPriorityClassName())
        .isEqualTo("system-cluster-critical");
  }

  @ParameterizedTest
  @EnumSource
  void everyProbeAsksTheManagementPort(Overlay overlay) {
    Container container = container(overlay);

    assertThat(
            Stream.of(
                    container.getStartupProbe(),
                    container.getReadinessProbe(),
                    container.getLivenessProbe())
                .map(Probe::getHttpGet)
                .map(get -> get.getPath() + " " + get.getPort().getStrVal()))
        .containsExactly(
            "/q/health/started management",
            "/q/health/ready management",
            "/q/health/live management");
    assertThat(container.getPorts())
        .extracting(port -> port.getName() + " " + port.getContainerPort())
        .containsExactly("webhook 8443", "management 9000");
  }

  @ParameterizedTest
  @EnumSource
  void memoryIsReservedAndProcessorsAreNotLimited(Overlay overlay) {
    var resources = container(overlay).getResources();

    assertThat(resources.getRequests())
        .isEqualTo(Map.of("cpu", new Quantity("250m"), "memory", new Quantity("320Mi")));
    assertThat(resources.getLimits()).isEqualTo(Map.of("memory", new Quantity("320Mi")));
  }

  @ParameterizedTest
  @EnumSource
  void thePodHasTimeToEnd(Overlay overlay) throws IOException {
    Properties properties = new Properties();
    try (Reader reader =
        Files.newBufferedReader(Path.of("src", "main", "resources", "application.properties"))) {
      properties.load(reader);
    }
    Duration delay =
        container(overlay).getEnv().stream()
            .filter(variable -> variable.getName().equals("QUARKUS_SHUTDOWN_DELAY"))
            .map(variable -> Duration.parse("PT" + variable.getValue()))
            .findFirst()
            .orElseThrow();
    Duration timeout = Duration.parse("PT" + properties.getProperty("quarkus.shutdown.timeout"));

    assertThat(delay).isGreaterThan(UNUSED_BY_API_SERVER);
    assertThat(overlay.template().getSpec().getTerminationGracePeriodSeconds())
        .isGreaterThan(delay.plus(timeout).toSeconds());
  }

  @ParameterizedTest
  @EnumSource
  void theServiceLeadsToThePods(Overlay overlay) {
    Service service = overlay.object(Service.class);

    assertThat(service.getSpec().getSelector())
        .isEqualTo(overlay.template().getMetadata().getLabels());
    assertThat(service.getSpec().getPorts())
        .singleElement()
        .satisfies(
            port -> {
              assertThat(port.getPort()).isEqualTo(443);
              assertThat(port.getTargetPort().getStrVal()).isEqualTo("webhook");
            });
  }

  @ParameterizedTest
  @EnumSource
  void thePodsNetworkIsClosedButForItsPorts(Overlay overlay) {
    List<NetworkPolicy> policies = overlay.objects(NetworkPolicy.class);

    assertThat(policies).hasSize(overlay == Overlay.EKS_HOSTNETWORK ? 0 : 1);
    assertThat(policies)
        .allSatisfy(
            policy -> {
              assertThat(policy.getSpec().getPolicyTypes()).containsExactly("Ingress", "Egress");
              assertThat(
                      policy.getSpec().getIngress().stream()
                          .flatMap(rule -> rule.getPorts().stream())
                          .map(port -> port.getPort().getIntVal()))
                  .containsExactly(8443, 9000);
              assertThat(
                      policy.getSpec().getEgress().stream()
                          .flatMap(rule -> rule.getPorts().stream())
                          .map(port -> port.getPort().getIntVal()))
                  .containsExactly(443, 6443, 8443, 53, 53);
              assertThat(policy.getSpec().getEgress())
                  .filteredOn(rule -> rule.getPorts().get(0).getPort().getIntVal() == 8443)
                  .flatExtracting(NetworkPolicyEgressRule::getTo)
                  .singleElement()
                  .satisfies(
                      peer -> {
                        assertThat(peer.getNamespaceSelector()).isNull();
                        assertThat(peer.getPodSelector().getMatchLabels())
                            .isEqualTo(overlay.template().getMetadata().getLabels());
                      });
            });
  }

  private static Container container(Overlay overlay) {
    List<Container> containers = overlay.template().getSpec().getContainers();
    assertThat(containers).hasSize(1);
    return containers.get(0);
  }
}
