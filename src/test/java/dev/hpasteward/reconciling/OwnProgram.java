package dev.hpasteward.reconciling;

import dev.hpasteward.controlplane.ControlPlane;
import dev.hpasteward.controlplane.ReconciledCluster;
import dev.hpasteward.controlplane.ServedWebhook;
import dev.hpasteward.controlplane.WebhookManifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A program with a policy of its own, on an API server without controllers that drops tolerances:
 * the shared one has the only leader of its cluster.
 */
final class OwnProgram implements AutoCloseable {

  private final ControlPlane controlPlane;
  private final Path policy;
  private final ServedWebhook program;

  private OwnProgram(ControlPlane controlPlane, Path policy, ServedWebhook program) {
    this.controlPlane = controlPlane;
    this.policy = policy;
    this.program = program;
  }

  /** Starts it with the tests' policy, changed so; new Deployments don't wait. */
  static OwnProgram start(UnaryOperator<String> change) {
    ControlPlane controlPlane = ControlPlane.running(ControlPlane.Parts.INTOLERANT);
    try {
      Path policy = Files.createTempDirectory("hpa-steward-policy-").resolve("policy.yaml");
      write(policy, change);
      return new OwnProgram(
          controlPlane,
          policy,
          ServedWebhook.startReconciling(
                  "--kubeconfig=" + controlPlane.kubeconfig(), "--policy=" + policy)
              .awaitReady());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** From now on it has the tests' policy changed so, once it has seen that. */
  void policy(UnaryOperator<String> change) {
    write(policy, change);
  }

  /** An enforced namespace of its own. */
  Fleet fleet(Class<?> testClass) {
    String namespace =
        controlPlane.namespace(testClass, Map.of(ReconciledCluster.LABEL, "Enforce"));
    return Fleet.of(controlPlane.kubectl().inNamespace(namespace));
  }

  /** From now on the API server asks it about the namespace. */
  void judge(Fleet fleet) {
    webhooks(fleet).install(fleet.kubectl());
  }

  void judgeNoMore(Fleet fleet) {
    webhooks(fleet).remove(fleet.kubectl());
  }

  private WebhookManifest webhooks(Fleet fleet) {
    return WebhookManifest.at(program.url(), program.authority())
        .narrowedTo(fleet.namespace(), fleet.namespace());
  }

  private static void write(Path policy, UnaryOperator<String> change) {
    try {
      String text =
          Files.readString(ReconciledCluster.POLICY)
              .replaceFirst("delaySeconds: \\d+", "delaySeconds: 0");
      Files.writeString(policy, change.apply(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    program.program().close();
  }
}
