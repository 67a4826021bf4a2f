package dev.hpasteward.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hpasteward.controlplane.ControlPlane;
import dev.hpasteward.controlplane.EnforcedNamespace;
import dev.hpasteward.controlplane.Kubectl;
import dev.hpasteward.controlplane.ServedCertificate;
import dev.hpasteward.controlplane.ServedWebhook;
import dev.hpasteward.controlplane.WebhookManifest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Two programs behind a forwarder, which the API server calls; replaced as a rollout does it. */
final class RollingRestart implements AutoCloseable {

  private static final int SIGTERM = 143;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** As in deploy/base/deployment.yaml. */
  private static final Map<String, String> AS_DEPLOYED = Map.of("QUARKUS_SHUTDOWN_DELAY", "95s");

  /** Its grace period. */
  private static final Duration GRACE = Duration.ofMinutes(2);

  private final ControlPlane controlPlane = ControlPlane.running(ControlPlane.Parts.API_SERVER);
  private final ServedCertificate certificate = ServedCertificate.make();
  private final Forwarder forwarder = new Forwarder();
  private final List<ServedWebhook> all = new ArrayList<>();
  private final List<ServedWebhook> leaving = new ArrayList<>();
  private final Kubectl kubectl;
  private final WebhookManifest manifest;

  /**
   * Starts both.
   *
   * @param seconds how long the API server waits for a review: 3 in our manifests, more where the
   *     machine may be busy with other builds
   */
  RollingRestart(Class<?> testClass, int seconds) {
    this.kubectl =
        controlPlane.kubectl().inNamespace(EnforcedNamespace.spared(controlPlane, testClass));
    for (int program = 0; program < 2; program++) {
      forwarder.add(start());
    }
    await().atMost(PATIENCE).until(() -> forwarder.ready().size() == 2);
    this.manifest =
        WebhookManifest.at(forwarder.url(), certificate.authority())
            .narrowedTo("hpa-steward-" + kubectl.namespace(), kubectl.namespace())
            .failingClosed(seconds);
    kubectl
        .runWithInput(
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: agent, labels: {hpa-steward.dev/service-type: agent}}
            spec:
              selector: {matchLabels: {app: agent}}
              template:
                metadata: {labels: {app: agent}}
                spec: {containers: [{name: main, image: example.com/agent}]}
            """,
            "create",
            "-f",
            "-")
        .output();
    manifest.install(kubectl);
  }

  private ServedWebhook start() {
    ServedWebhook webhook =
        ServedWebhook.start(
                certificate,
                AS_DEPLOYED,
                "--webhook-only",
                "--kubeconfig=" + controlPlane.kubeconfig())
            .awaitReady();
    all.add(webhook);
    return webhook;
  }

  /** Starts to send this many creates a second, and waits until the first are answered. */
  DryRuns load(int perSecond) {
    String autoscaler =
        """
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata: {name: agent, labels: {hpa-steward.dev/service-type: agent}}
        spec:
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: agent}
          maxReplicas: 10
          metrics:
          - type: Resource
            resource: {name: cpu, target: {type: Utilization, averageUtilization: 50}}
        """;
    DryRuns load = new DryRuns(controlPlane, kubectl.namespace(), autoscaler, perSecond);
    await().atMost(PATIENCE).until(() -> load.created() > perSecond);
    return load;
  }

  /** One after the other: a new one becomes ready, then an old one is told to end. */
  void replaceBoth() {
    for (ServedWebhook old : List.copyOf(forwarder.ready())) {
      ServedWebhook next = start();
      forwarder.add(next);
      await().atMost(PATIENCE).until(() -> forwarder.ready().contains(next));
      ProcessHandle.of(old.program().pid()).ifPresent(ProcessHandle::destroy);
      leaving.add(old);
      await().atMost(PATIENCE).until(() -> !forwarder.ready().contains(old));
    }
  }

  /** Waits until all that were told to end have ended, and looks how. */
  void assertEndedInGoodOrder() {
    for (ServedWebhook old : leaving) {
      await()
          .atMost(GRACE)
          .pollInterval(Duration.ofSeconds(1))
          .until(() -> ProcessHandle.of(old.program().pid()).isEmpty());
      assertThat(old.program().exitCode()).isEqualTo(SIGTERM);
      forwarder.forget(old);
    }
    leaving.clear();
  }

  @Override
  public void close() {
    manifest.remove(kubectl);
    forwarder.close();
    all.forEach(webhook -> webhook.program().kill());
  }
}
