package dev.hpasteward.controlplane;

import java.nio.file.Path;
import java.util.Map;

/**
 * A namespace that a program of its own is asked about, with a policy of its own, beside the one
 * that all other tests share.
 */
public final class EnforcedNamespace implements AutoCloseable {

  private final Kubectl kubectl;
  private final ServedWebhook webhook;
  private final WebhookManifest manifest;

  private EnforcedNamespace(Kubectl kubectl, ServedWebhook webhook, WebhookManifest manifest) {
    this.kubectl = kubectl;
    this.webhook = webhook;
    this.manifest = manifest;
  }

  /** Starts the program with this policy and has the API server ask it. */
  public static EnforcedNamespace of(Class<?> testClass, Path policy) {
    ControlPlane controlPlane = ControlPlane.running(ControlPlane.Parts.API_SERVER);
    String namespace = spared(controlPlane, testClass);
    ServedWebhook webhook =
        ServedWebhook.start("--policy=" + policy, "--kubeconfig=" + controlPlane.kubeconfig())
            .awaitReady();
    WebhookManifest manifest =
        WebhookManifest.at(webhook.url(), webhook.authority())
            .narrowedTo("hpa-steward-" + namespace, namespace);
    manifest.install(controlPlane.kubectl());
    return new EnforcedNamespace(controlPlane.kubectl().inNamespace(namespace), webhook, manifest);
  }

  /** Creates a namespace that the shared program is not asked about, and gives its name. */
  public static String spared(ControlPlane controlPlane, Class<?> testClass) {
    return controlPlane.namespace(testClass, Map.of(WebhookManifest.SPARED_LABEL, "true"));
  }

  /** kubectl in that namespace. */
  public Kubectl kubectl() {
    return kubectl;
  }

  public ProgramProcess program() {
    return webhook.program();
  }

  /** Where health and metrics are, plain HTTP on loopback. */
  public int managementPort() {
    return webhook.managementPort();
  }

  @Override
  public void close() {
    manifest.remove(kubectl);
    webhook.program().kill();
  }
}
