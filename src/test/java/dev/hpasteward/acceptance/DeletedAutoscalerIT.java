package dev.hpasteward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.controlplane.ControlPlane;
import dev.hpasteward.controlplane.EnforcedNamespace;
import dev.hpasteward.controlplane.Kubectl;
import dev.hpasteward.controlplane.ServedCertificate;
import dev.hpasteward.controlplane.WebhookManifest;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Deletions in progress are never held up, whatever has become of us. */
class DeletedAutoscalerIT {

  private final ControlPlane controlPlane = ControlPlane.running(ControlPlane.Parts.API_SERVER);
  private final String namespace =
      EnforcedNamespace.spared(controlPlane, DeletedAutoscalerIT.class);
  private final Kubectl kubectl = controlPlane.kubectl().inNamespace(namespace);

  DeletedAutoscalerIT() {}

  @Test
  void anAutoscalerLosesItsFinalizersWhileTheWebhookIsDown() {
    kubectl
        .runWithInput(
            Manifests.autoscaler(
                "egress", ", finalizers: [example.com/kept]", "egress", Manifests.cpuMetric(50)),
            "create",
            "-f",
            "-")
        .output();
    WebhookManifest down =
        WebhookManifest.at("https://127.0.0.1:1", ServedCertificate.make().authority())
            .narrowedTo(namespace, namespace);
    down.install(kubectl);
    try {
      Awaitility.await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(() -> assertThat(annotated().stderr()).contains("failed calling webhook"));

      kubectl.run("delete", "hpa", "egress", "--wait=false").output();
      kubectl
          .run(
              "patch",
              "hpa",
              "egress",
              "--type=merge",
              "-p",
              "{\"metadata\":{\"finalizers\":null}}")
          .output();

      assertThat(kubectl.run("get", "hpa", "-o", "name").output()).isEmpty();
    } finally {
      down.remove(kubectl);
    }
  }

  private Kubectl.Result annotated() {
    return kubectl.run("annotate", "hpa", "egress", "example.com/a=b", "--overwrite");
  }
}
