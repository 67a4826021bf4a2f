package dev.hpasteward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.certificate.SelfMadeCertificates;
import dev.hpasteward.controlplane.ControlPlane;
import dev.hpasteward.controlplane.EnforcedNamespace;
import dev.hpasteward.controlplane.Kubectl;
import dev.hpasteward.controlplane.ProgramProcess;
import dev.hpasteward.controlplane.ServedWebhook;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a Service may send reviews to {@code serve}. */
class ServeReadinessIT {

  @TempDir private Path folder;

  ServeReadinessIT() {}

  @Test
  void withoutAClusterItIsReadyAndJudgesByLabelsAlone() {
    ServedWebhook webhook = ServedWebhook.start().awaitReady();

    assertThat(ready(webhook).statusCode()).isEqualTo(200);
    assertThat(validate(webhook, "\"labels\": {\"hpa-steward.dev/service-type\": \"agent\"},"))
        .contains("\"allowed\":false", "cpu-target: ");
    assertThat(validate(webhook, "")).contains("\"allowed\":true").doesNotContain("warnings");

    webhook.program().kill();
  }

  @Test
  void anEmptyVariableNamesNoCluster() {
    ProgramProcess program =
        ProgramProcess.start(
            Map.of("KUBECONFIG", "", "KUBERNETES_SERVICE_HOST", ""),
            "serve",
            "--port=0",
            "--management-port=0",
            "--certificates=" + folder);

    ServedWebhook webhook = ServedWebhook.of(program, "");

    awaitDown(webhook, "certificate");
    assertThat(ready(webhook).asString()).doesNotContain("kubernetes.default.svc");

    program.kill();
  }

  @Test
  void withoutACertificateItStartsAndIsNotReady() {
    ProgramProcess program =
        ProgramProcess.start(
            "serve", "--port=0", "--management-port=0", "--certificates=" + folder);

    ServedWebhook webhook = ServedWebhook.of(program, "");

    awaitDown(webhook, "certificate");
    assertThat(program.output()).contains(folder + "/tls.crt does not exist");

    program.kill();
  }

  /** The leader makes it; others, and the leader until then, have nothing to serve. */
  @Test
  void itIsNotReadyUntilTheSecretHasACertificate() throws IOException {
    ControlPlane controlPlane = ControlPlane.running(ControlPlane.Parts.API_SERVER);
    String namespace = EnforcedNamespace.spared(controlPlane, ServeReadinessIT.class);
    Kubectl kubectl = controlPlane.kubectl().inNamespace(namespace);
    ProgramProcess program =
        ProgramProcess.start(
            Map.of("POD_NAMESPACE", namespace),
            "serve",
            "--webhook-only",
            "--port=0",
            "--management-port=0",
            "--certificate-secret=awaited",
            "--kubeconfig=" + controlPlane.kubeconfig());
    ServedWebhook webhook = ServedWebhook.of(program, "");

    awaitDown(webhook, "certificate");
    assertThat(certificate(webhook))
        .isEqualTo(Map.of("awaited", "tls.crt of the Secret " + namespace + "/awaited"));

    kubectl.run("create", "secret", "generic", "awaited").output();
    // It looks every second.
    Awaitility.await()
        .during(Duration.ofSeconds(3))
        .until(() -> down(ready(webhook)).contains("certificate"));

    kubectl.run("delete", "secret", "awaited").output();
    SelfMadeCertificates.write(
        folder,
        List.of(
            "hpa-steward." + namespace + ".svc", "hpa-steward." + namespace + ".svc.cluster.local"),
        Duration.ofDays(1),
        Instant.now());
    kubectl.run("create", "secret", "generic", "awaited", "--from-file=" + folder).output();
    webhook.awaitReady();
    assertThat(down(ready(webhook))).isEmpty();
    assertThat(certificate(webhook)).containsOnlyKeys("serial", "notAfter");

    program.kill();
  }

  @Test
  void aClusterThatDoesNotAnswerKeepsItFromBeingReadyUntilItDoes() throws IOException {
    String kubeconfig =
        Files.readString(ControlPlane.running(ControlPlane.Parts.API_SERVER).kubeconfig());
    String closed = "https://127.0.0.1:" + closedPort();
    Path file =
        Files.writeString(
            folder.resolve("kubeconfig"), kubeconfig.replaceAll("https://127[^\\s]+", closed));

    ServedWebhook webhook = ServedWebhook.start("--kubeconfig=" + file);

    awaitDown(webhook, "cluster");
    assertThat(webhook.program().output())
        .contains("the API server at " + closed + "/ did not answer", "Connection refused");

    webhook.program().kill();
  }

  private static Response ready(ServedWebhook webhook) {
    return RestAssured.given()
        .port(webhook.managementPort())
        .get("http://127.0.0.1/q/health/ready");
  }

  private static List<String> down(Response ready) {
    return ready.jsonPath().getList("checks.findAll { it.status == 'DOWN' }.name", String.class);
  }

  /** What the check {@code certificate} tells besides its status. */
  private static Map<String, String> certificate(ServedWebhook webhook) {
    return ready(webhook).jsonPath().getMap("checks.find { it.name == 'certificate' }.data");
  }

  private static String validate(ServedWebhook webhook, String labels) {
    return RestAssured.given()
        .relaxedHTTPSValidation()
        .contentType("application/json")
        .body(
            """
            {"apiVersion": "admission.k8s.io/v1", "kind": "AdmissionReview", "request": {
              "uid": "1", "operation": "CREATE", "namespace": "voice",
              "kind": {"group": "autoscaling", "version": "v2", "kind": "HorizontalPodAutoscaler"},
              "resource": {"group": "autoscaling", "version": "v2", "resource": "horizontalpodautoscalers"},
              "object": {"apiVersion": "autoscaling/v2", "kind": "HorizontalPodAutoscaler",
                "metadata": {%s "name": "agent", "namespace": "voice"},
                "spec": {
                  "scaleTargetRef": {"apiVersion": "apps/v1", "kind": "Deployment", "name": "agent"},
                  "maxReplicas": 10,
                  "metrics": [{"type": "Resource", "resource": {"name": "cpu",
                    "target": {"type": "Utilization", "averageUtilization": 90}}}]}}}}
            """
                .formatted(labels))
        .post(webhook.url() + "/validate")
        .asString();
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Once it has warmed up, nothing but this keeps it from being ready. */
  private static void awaitDown(ServedWebhook webhook, String check) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              Response ready = ready(webhook);
              assertThat(ready.statusCode()).isEqualTo(503);
              assertThat(down(ready)).containsExactly(check);
            });
  }
}
