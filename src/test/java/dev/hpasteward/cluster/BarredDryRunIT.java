package dev.hpasteward.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hpasteward.controlplane.Kubectl;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Optional;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Somebody else's webhook stands before HPAs of {@code kube-system}, where we try whether
 * tolerances are kept: that must not keep us from being ready.
 */
class BarredDryRunIT {

  private static final ConditionFactory SOON = await().atMost(Duration.ofSeconds(30));
  private static final OwnApiServer API_SERVER = OwnApiServer.start();
  private static final Kubectl KUBECTL = API_SERVER.kubectl(API_SERVER.kubeconfig(), "kube-system");

  private static final String WEBHOOK =
      """
      apiVersion: admissionregistration.k8s.io/v1
      kind: ValidatingWebhookConfiguration
      metadata: {name: away}
      webhooks:
      - name: away.example.com
        clientConfig: {url: "https://127.0.0.1:%d/"}
        admissionReviewVersions: [v1]
        sideEffects: None
        failurePolicy: Fail
        timeoutSeconds: 30
        rules:
        - {apiGroups: [autoscaling], apiVersions: ["*"], operations: [CREATE], resources: [horizontalpodautoscalers]}
      """;

  BarredDryRunIT() {}

  @AfterEach
  void takeItAway() {
    KUBECTL.run("delete", "validatingwebhookconfiguration", "away").output();
    SOON.until(() -> !barred());
  }

  @AfterAll
  static void end() {
    API_SERVER.close();
  }

  @Test
  void aWebhookThatNobodyServes() {
    assertSchemaIsBelievedBehind(1);
  }

  /** The API server waits for it longer than we do. */
  @Test
  void aWebhookThatTakesConnectionsAndSaysNothing() throws IOException {
    try (ServerSocket mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      assertSchemaIsBelievedBehind(mute.getLocalPort());
    }
  }

  private static void assertSchemaIsBelievedBehind(int port) {
    KUBECTL.runWithInput(WEBHOOK.formatted(port), "create", "-f", "-").output();
    // It takes the API server a moment to mind it.
    SOON.until(BarredDryRunIT::barred);
    try (KubernetesClient client = client()) {
      ToleranceSupport support = new ToleranceSupport(() -> Optional.of(client));

      support.look();

      assertThat(support.known()).isTrue();
      assertThat(support.tolerancesKept()).isTrue();
    }
  }

  private static boolean barred() {
    return KUBECTL
        .runWithInput(
            ToleranceProbe.OBJECT, "create", "--dry-run=server", "--request-timeout=3s", "-f", "-")
        .stderr()
        .matches(
            "(?s).*(failed calling webhook|request timed out|Client.Timeout|deadline exceeded).*");
  }

  private static KubernetesClient client() {
    return new KubernetesClientBuilder()
        .withConfig(Config.fromKubeconfig(API_SERVER.kubeconfig().toFile()))
        .build();
  }
}
