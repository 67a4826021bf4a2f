package dev.hpasteward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.controlplane.ControlPlane;
import dev.hpasteward.controlplane.EnforcedNamespace;
import dev.hpasteward.controlplane.Kubectl;
import dev.hpasteward.controlplane.ProgramProcess;
import dev.hpasteward.controlplane.ServedCertificate;
import dev.hpasteward.controlplane.ServedWebhook;
import dev.hpasteward.controlplane.WebhookManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code doctor} beside a real API server. Of an installation there is what can be without
 * controllers: its objects are written here, and a process answers at a URL.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoctorIT {

  /** What this API server can't have: somebody who serves metrics, and policies of its own. */
  private static final List<String> FAILS_EVEN_WHEN_HEALTHY =
      List.of(
          "fail metrics.k8s.io: not served: CPU and memory targets have no values, HPAs can't scale",
          "fail custom.metrics.k8s.io: not served: Pods metrics have no values, HPAs can't scale",
          "fail ValidatingWebhookConfiguration: scalingpolicies.validate.hpa-steward.dev is missing"
              + " from it");

  private final ControlPlane controlPlane = ControlPlane.running(ControlPlane.Parts.API_SERVER);
  private final ServedCertificate certificate = ServedCertificate.make();
  private final String namespace = EnforcedNamespace.spared(controlPlane, DoctorIT.class);
  private final Kubectl kubectl = controlPlane.kubectl().inNamespace(namespace);
  private final ServedWebhook webhook =
      ServedWebhook.start(
          certificate, Map.of(), "--webhook-only", "--kubeconfig=" + controlPlane.kubeconfig());

  DoctorIT() {}

  @BeforeAll
  void install() throws IOException {
    webhook.awaitReady();
    kubectl
        .run(
            "create",
            "secret",
            "tls",
            "hpa-steward-certificate",
            "--cert=" + certificate.folder().resolve("tls.crt"),
            "--key=" + certificate.folder().resolve("tls.key"))
        .output();
    kubectl
        .run(
            "create",
            "configmap",
            "hpa-steward-policy",
            "--from-file=policy.yaml=src/main/resources/dev/hpasteward/source/default-policy.yaml")
        .output();
    kubectl.run("create", "deployment", "hpa-steward", "--image=none", "--replicas=2").output();
    kubectl
        .run(
            "patch",
            "deployment",
            "hpa-steward",
            "--subresource=status",
            "--type=merge",
            "-p",
            "{\"status\": {\"replicas\": 2, \"readyReplicas\": 2, \"availableReplicas\": 2}}")
        .output();
    // Nobody makes it where no controllers run, and no pod can be created without it.
    kubectl.run("create", "serviceaccount", "default").output();
    kubectl.run("create", "service", "clusterip", "hpa-steward", "--tcp=443:8443").output();
    kubectl
        .run(
            "create",
            "clusterrolebinding",
            namespace,
            "--clusterrole=cluster-admin",
            "--serviceaccount=" + namespace + ":hpa-steward")
        .output();
    kubectl
        .runWithInput(
            """
            apiVersion: discovery.k8s.io/v1
            kind: EndpointSlice
            metadata: {name: hpa-steward, labels: {kubernetes.io/service-name: hpa-steward}}
            addressType: IPv4
            endpoints: [{addresses: [10.1.2.3], conditions: {ready: true}}]
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: hpa-steward-0, labels: {app.kubernetes.io/name: hpa-steward}}
            spec: {automountServiceAccountToken: false, containers: [{name: c, image: none}]}
            ---
            apiVersion: coordination.k8s.io/v1
            kind: Lease
            metadata: {name: hpa-steward}
            spec:
              holderIdentity: hpa-steward-0_1234
              leaseDurationSeconds: 3600
              renewTime: "%s"
            """
                .formatted(Instant.now().truncatedTo(ChronoUnit.SECONDS).plusNanos(1000)),
            "create",
            "-f",
            "-")
        .output();
  }

  @AfterAll
  void remove() {
    kubectl.run("delete", "clusterrolebinding", namespace).output();
    webhook.program().kill();
  }

  private ProgramProcess doctor(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "doctor",
                "--kubeconfig=" + controlPlane.kubeconfig(),
                "--webhooks=" + namespace,
                "--dry-run-namespace=" + namespace));
    arguments.addAll(List.of(more));
    return ProgramProcess.start(arguments.toArray(String[]::new));
  }

  private ProgramProcess doctorOf(WebhookManifest manifest) {
    WebhookManifest narrowed = manifest.narrowedTo(namespace, namespace);
    narrowed.install(kubectl);
    try {
      ProgramProcess doctor = doctor("--namespace=" + namespace);
      assertThat(doctor.exitCode()).isOne();
      return doctor;
    } finally {
      narrowed.remove(kubectl);
    }
  }

  private static List<String> failures(ProgramProcess doctor) {
    return doctor.output().lines().filter(line -> line.startsWith("fail ")).toList();
  }

  @Test
  void whatIsThereIsFine() {
    ProgramProcess doctor = doctorOf(WebhookManifest.at(webhook.url(), certificate.authority()));

    assertThat(failures(doctor)).isEqualTo(FAILS_EVEN_WHEN_HEALTHY);
    assertThat(doctor.output().lines())
        .contains(
            "ok   tolerance: HPAs keep behavior.scaleUp.tolerance and scaleDown.tolerance",
            "skip metric of sip: custom_metric is a placeholder; no HPA is given it",
            "ok   caBundle of MutatingWebhookConfiguration: it verifies the served certificate",
            "ok   caBundle of ValidatingWebhookConfiguration: it verifies the served certificate",
            "ok   Deployment: %1$s/hpa-steward has 2 of 2 pods ready".formatted(namespace),
            "ok   Service: %1$s/hpa-steward leads to 1 ready of 1".formatted(namespace),
            "ok   Lease: %1$s/hpa-steward is held by hpa-steward-0_1234".formatted(namespace),
            "ok   dry run: the API server reaches the webhook, which refused a bad HPA in namespace"
                + " %s (cpu-target)".formatted(namespace))
        .anyMatch(
            line ->
                line.startsWith("warn certificate: tls.crt of the Secret " + namespace)
                    && line.contains(" ends soon: "))
        .anyMatch(line -> line.startsWith("ok   policy: ConfigMap " + namespace))
        .anyMatch(line -> line.matches("ok   RBAC: ServiceAccount .* has all \\d+ permissions"));
    assertThat(kubectl.run("get", "hpa", "-o", "name").output()).isEmpty();
  }

  @Test
  void anAuthorityThatIsNotThatOfTheCertificateIsFound() {
    ProgramProcess doctor =
        doctorOf(WebhookManifest.at(webhook.url(), ServedCertificate.make().authority()));

    assertThat(failures(doctor))
        .contains(
            "fail caBundle of ValidatingWebhookConfiguration: that of validate.hpa-steward.dev does"
                + " not verify the served certificate")
        .anyMatch(
            line ->
                line.startsWith("fail dry run: ")
                    && line.contains("failed to verify certificate: x509"));
    assertThat(doctor.output())
        .contains(
            "     -> caBundle is not that of the certificate: see the lines on caBundle and"
                + " certificate\n");
  }

  @Test
  void aWebhookThatIsDownIsFound() {
    ProgramProcess doctor =
        doctorOf(WebhookManifest.at("https://127.0.0.1:1", certificate.authority()));

    assertThat(failures(doctor))
        .anyMatch(line -> line.startsWith("fail dry run: ") && line.endsWith("connection refused"));
    assertThat(doctor.output()).contains("     -> nobody listens there: ");
  }

  @Test
  void aClusterWithoutAnInstallationLacksAllOfIt(@TempDir Path folder) throws IOException {
    Path policy = Files.writeString(folder.resolve("policy.yaml"), "kind: Nothing\n");

    ProgramProcess doctor = doctor("--namespace=" + namespace + "-none", "--policy=" + policy);

    assertThat(doctor.exitCode()).isOne();
    assertThat(failures(doctor))
        .anyMatch(line -> line.startsWith("fail policy: " + policy + ":1:"))
        .contains(
            "fail MutatingWebhookConfiguration: there is none: the API server asks nobody",
            "fail ValidatingWebhookConfiguration: there is none: the API server asks nobody",
            "fail Deployment: there is no %s-none/hpa-steward".formatted(namespace))
        .anyMatch(line -> line.startsWith("fail RBAC: "));
    assertThat(doctor.output())
        .contains("skip dry run: nobody is asked about HPAs\n")
        .contains("     -> kubectl apply the roles and bindings of deploy/base/rbac.yaml\n")
        .doesNotContain("\tat ");
  }

  @Test
  void rightsToTheCertificateAreAskedForWhereTheDeploymentKeepsItInASecret() {
    String other = EnforcedNamespace.spared(controlPlane, DoctorIT.class);
    kubectl
        .inNamespace(other)
        .runWithInput(
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: hpa-steward}
            spec:
              selector: {matchLabels: {app: a}}
              template:
                metadata: {labels: {app: a}}
                spec:
                  containers:
                  - {name: c, image: none, args: [serve, --certificate-secret=hpa-steward-certificate]}
            """,
            "create",
            "-f",
            "-")
        .output();

    ProgramProcess doctor = doctor("--namespace=" + other);

    assertThat(doctor.exitCode()).isOne();
    assertThat(doctor.output())
        .contains(
            "     -> kubectl apply the roles and bindings of deploy/base/rbac.yaml and"
                + " deploy/overlays/self-managed-certs/rbac.yaml\n");
  }

  @Test
  void onATerminalWhatIsWrongIsRedAndWhatIsFineIsGreen() throws IOException, InterruptedException {
    List<String> arguments =
        List.of(
            "doctor",
            "--kubeconfig=" + controlPlane.kubeconfig(),
            "--webhooks=" + namespace,
            "--namespace=" + namespace,
            "--dry-run-namespace=" + namespace);

    OnTerminal seen = OnTerminal.typed(Map.of(), arguments);

    assertThat(seen.exitCode()).as(seen.said()).isOne();
    assertThat(seen.said()).contains("\u001b[31mfail", "\u001b[32mok");
    assertThat(OnTerminal.typed(Map.of("NO_COLOR", "1"), arguments).said())
        .contains("fail ", "ok ")
        .doesNotContain("\u001b[");
  }

  @Test
  void withoutAClusterThatAnswersThereIsNothingToSay(@TempDir Path folder) throws IOException {
    Path kubeconfig =
        Files.writeString(
            folder.resolve("kubeconfig"),
            Files.readString(controlPlane.kubeconfig())
                .replaceAll("https://127.0.0.1:\\d+", "https://127.0.0.1:1"));

    ProgramProcess doctor = ProgramProcess.start("doctor", "--kubeconfig=" + kubeconfig);

    assertThat(doctor.exitCode()).isEqualTo(2);
    assertThat(doctor.output())
        .startsWith("the API server at https://127.0.0.1:1/ does not answer: ")
        .endsWith("; see --kubeconfig and --context");
    ProgramProcess nowhere =
        ProgramProcess.start(
            "doctor", "--kubeconfig=" + controlPlane.kubeconfig(), "--context=nowhere");
    assertThat(nowhere.exitCode()).isEqualTo(2);
    assertThat(nowhere.output()).startsWith("--context: found nowhere, the kubeconfig has ");
  }
}
