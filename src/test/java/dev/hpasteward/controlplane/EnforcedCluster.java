package dev.hpasteward.controlplane;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A real API server that calls the packaged program by the configurations of {@code
 * deploy/webhooks.yaml}: started once for all tests of the JVM.
 */
public final class EnforcedCluster {

  private static @Nullable EnforcedCluster running;

  private final ControlPlane controlPlane;
  private final ServedWebhook webhook;

  private EnforcedCluster(ControlPlane controlPlane, ServedWebhook webhook) {
    this.controlPlane = controlPlane;
    this.webhook = webhook;
  }

  /** The cluster, started if need be. */
  public static synchronized EnforcedCluster running() {
    if (running == null) {
      running = start(ControlPlane.running(ControlPlane.Parts.API_SERVER));
    }
    return running;
  }

  private static EnforcedCluster start(ControlPlane controlPlane) {
    ServedWebhook webhook =
        ServedWebhook.start("--kubeconfig=" + controlPlane.kubeconfig()).awaitReady();
    WebhookManifest.at(webhook.url(), webhook.authority())
        .sparingLabelledNamespaces()
        .install(controlPlane.kubectl());
    return new EnforcedCluster(controlPlane, webhook);
  }

  /** kubectl in a namespace of its own for a test class. */
  public Kubectl kubectl(Class<?> testClass) {
    return controlPlane.kubectl().inNamespace(controlPlane.namespace(testClass));
  }

  /** The same with labels on the namespace. */
  public Kubectl kubectl(Class<?> testClass, Map<String, String> labels) {
    return controlPlane.kubectl().inNamespace(controlPlane.namespace(testClass, labels));
  }

  public ControlPlane controlPlane() {
    return controlPlane;
  }

  public ProgramProcess program() {
    return webhook.program();
  }

  /** Where the webhook is. */
  public String url() {
    return webhook.url();
  }

  /** Where health and metrics are, plain HTTP on loopback. */
  public int managementPort() {
    return webhook.managementPort();
  }
}
