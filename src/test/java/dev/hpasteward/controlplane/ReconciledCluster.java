package dev.hpasteward.controlplane;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A real control plane with all its parts, and the packaged program in it: as the ServiceAccount of
 * the overlay {@code self-managed-certs}, called by the API server, and keeping HPAs right. Started
 * once for all tests of the JVM. Only namespaces that a test made through it are enforced.
 */
public final class ReconciledCluster {

  /** The label of the namespaces that the program cares for. */
  public static final String LABEL = "test.hpa-steward.dev/reconciled";

  /** How the API server knows the program. */
  public static final String USER = "system:serviceaccount:hpa-steward:hpa-steward";

  /** The strategy, with bounds, and with a short wait for HPAs of authors. */
  public static final Path POLICY =
      Path.of("src", "test", "resources", "dev", "hpasteward", "acceptance", "reconciled.yaml");

  /** The Secret in which the program keeps its certificate. */
  public static final String CERTIFICATE = "hpa-steward-certificate";

  /** In {@link #POLICY}. */
  public static final int DELAY_SECONDS = 6;

  private static @Nullable ReconciledCluster running;

  private final ControlPlane controlPlane;
  private final Path kubeconfig;
  private final ServedWebhook program;

  private ReconciledCluster(ControlPlane controlPlane, Path kubeconfig, ServedWebhook program) {
    this.controlPlane = controlPlane;
    this.kubeconfig = kubeconfig;
    this.program = program;
  }

  /** The cluster, started if need be. */
  public static synchronized ReconciledCluster running() {
    if (running == null) {
      ControlPlane controlPlane = ControlPlane.running(ControlPlane.Parts.ALL);
      Path kubeconfig = serviceAccount(controlPlane);
      policyAsResource(controlPlane.kubectl());
      ServedWebhook program = program(kubeconfig).awaitReady();
      program.program().awaitLine(line -> line.contains("Policy in force: reconciled"));
      WebhookManifest.at(program.url(), "").install(controlPlane.kubectl());
      for (String kind : List.of("Mutating", "Validating")) {
        program
            .program()
            .awaitLine(line -> line.contains("wrote the caBundle of " + kind + "Webhook"));
      }
      running = new ReconciledCluster(controlPlane, kubeconfig, program);
    }
    return running;
  }

  private static ServedWebhook program(Path kubeconfig) {
    return ServedWebhook.of(
        ProgramProcess.start(
            Map.of(
                "HPA_STEWARD_CERTIFICATE_NAMES",
                "127.0.0.1",
                // Ten seconds and ten minutes by default; tests need not wait for them.
                "HPA_STEWARD_CERTIFICATE_NOTICE",
                "1s",
                "HPA_STEWARD_CERTIFICATE_OVERLAP",
                "2s"),
            "serve",
            "--port=0",
            "--management-port=0",
            "--host=127.0.0.1",
            "--certificate-secret=" + CERTIFICATE,
            "--kubeconfig=" + kubeconfig,
            "--policy-resource=reconciled"),
        "");
  }

  private static void policyAsResource(Kubectl kubectl) {
    kubectl.run("apply", "--server-side", "-f", "deploy/base/crd.yaml").output();
    kubectl.run("wait", "--for=condition=established", "-f", "deploy/base/crd.yaml").output();
    kubectl.run("apply", "--server-side", "-f", POLICY.toString()).output();
  }

  /** Installs the permissions, and gives a kubeconfig of the ServiceAccount that has them. */
  private static Path serviceAccount(ControlPlane controlPlane) {
    Kubectl kubectl = controlPlane.kubectl().inNamespace("hpa-steward");
    kubectl.run("create", "namespace", "hpa-steward");
    kubectl
        .run(
            "apply",
            "-f",
            "deploy/base/rbac.yaml",
            "-f",
            "deploy/overlays/self-managed-certs/rbac.yaml")
        .output();
    return ProgramAccount.kubeconfig(controlPlane, "hpa-steward");
  }

  /** kubectl in a namespace of its own for a test class, which the program cares for. */
  public Kubectl kubectl(Class<?> testClass) {
    return kubectl(testClass, "Enforce");
  }

  /** The same in this mode. */
  public Kubectl kubectl(Class<?> testClass, String mode) {
    return controlPlane
        .kubectl()
        .inNamespace(controlPlane.namespace(testClass, Map.of(LABEL, mode)));
  }

  public ControlPlane controlPlane() {
    return controlPlane;
  }

  /** The kubeconfig that the program has. */
  public Path kubeconfig() {
    return kubeconfig;
  }

  public ServedWebhook program() {
    return program;
  }
}
