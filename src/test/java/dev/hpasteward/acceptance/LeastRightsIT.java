package dev.hpasteward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hpasteward.controlplane.ControlPlane;
import dev.hpasteward.controlplane.EnforcedNamespace;
import dev.hpasteward.controlplane.Kubectl;
import dev.hpasteward.controlplane.ProgramAccount;
import dev.hpasteward.controlplane.ProgramProcess;
import dev.hpasteward.controlplane.ReconciledCluster;
import dev.hpasteward.controlplane.ServedCertificate;
import dev.hpasteward.controlplane.ServedWebhook;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A program that may do no more than {@code deploy/base/rbac.yaml} grants. */
class LeastRightsIT {

  private static final Duration SOON = Duration.ofSeconds(60);

  /** What is watched is looked after every 10 s. */
  private static final Duration LOOKED_AFTER = Duration.ofSeconds(12);

  private final ControlPlane controlPlane = ControlPlane.running(ControlPlane.Parts.API_SERVER);
  private final String namespace = EnforcedNamespace.spared(controlPlane, LeastRightsIT.class);
  private final Kubectl kubectl = controlPlane.kubectl().inNamespace(namespace);

  @BeforeEach
  void grant() throws IOException {
    kubectl.runWithInput(granted(), "create", "-f", "-").output();
  }

  @AfterEach
  void revoke() throws IOException {
    kubectl.runWithInput(granted(), "delete", "-f", "-").output();
  }

  /** In a namespace of its own, beside others that the tests may have. */
  private String granted() throws IOException {
    return Stream.of(Files.readString(Path.of("deploy", "base", "rbac.yaml")).split("\n---\n", -1))
        .map(
            object ->
                object.contains("kind: ClusterRole")
                    ? object.replaceAll("(?m)^  name: hpa-steward$", "  name: " + namespace)
                    : object)
        .map(object -> object.replace("namespace: hpa-steward", "namespace: " + namespace))
        .collect(Collectors.joining("\n---\n"));
  }

  private ProgramProcess serve(String certificate) {
    return ProgramProcess.start(
        Map.of("POD_NAMESPACE", namespace),
        "serve",
        "--port=0",
        "--management-port=0",
        "--host=127.0.0.1",
        "--policy=" + ReconciledCluster.POLICY,
        "--kubeconfig=" + ProgramAccount.kubeconfig(controlPlane, namespace),
        certificate);
  }

  @Test
  void whoseCertificateIsInFilesLeadsAndAsksForNothingThatItMayNot() {
    ServedCertificate certificate = ServedCertificate.make();

    try (ProgramProcess program = serve("--certificates=" + certificate.folder())) {
      ServedWebhook webhook = ServedWebhook.of(program, certificate.authority()).awaitReady();

      await()
          .atMost(SOON)
          .untilAsserted(
              () ->
                  assertThat(
                          RestAssured.given()
                              .port(webhook.managementPort())
                              .get("http://127.0.0.1/q/metrics")
                              .asString())
                      .contains("hpa_steward_leader 1.0\n"));
      await()
          .during(LOOKED_AFTER)
          .atMost(SOON)
          .untilAsserted(() -> assertThat(program.output()).doesNotContain("forbidden"));
    }
  }

  @Test
  void whoKeepsItsCertificateInASecretNeedsMore() {
    try (ProgramProcess program = serve("--certificate-secret=hpa-steward-certificate")) {
      for (String object :
          List.of(
              "the Secret hpa-steward-certificate",
              "the MutatingWebhookConfiguration hpa-steward",
              "the ValidatingWebhookConfiguration hpa-steward")) {
        program.awaitLine(
            line -> line.contains(object + " can't be watched: ") && line.contains("forbidden"));
      }
    }
  }
}
