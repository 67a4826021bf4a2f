package dev.hpasteward.reconciling;

import static dev.hpasteward.reconciling.Fleet.GENERATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hpasteward.controlplane.ReconciledCluster;
import io.restassured.RestAssured;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The API server refuses to store ours: people learn why, and it comes once it may. */
class RefusedWriteIT {

  private static final String REFUSED =
      "Warning AutoscalerWriteRefused: HorizontalPodAutoscaler egress-hpa-steward could not be"
          + " written and is tried again: ";

  private static final String QUOTA =
      """
      apiVersion: v1
      kind: ResourceQuota
      metadata: {name: none}
      spec: {hard: {count/horizontalpodautoscalers.autoscaling: "0"}}
      """;

  /** Refuses HPAs where a namespace's annotations say so. */
  private static final String BARRIER =
      """
      apiVersion: admissionregistration.k8s.io/v1
      kind: ValidatingAdmissionPolicy
      metadata: {name: %1$s}
      spec:
        failurePolicy: Fail
        matchConstraints:
          resourceRules:
          - {apiGroups: [autoscaling], apiVersions: ["*"], operations: [CREATE, UPDATE], resources: [horizontalpodautoscalers]}
        validations:
        - {expression: "false", message: no autoscalers here, reason: Forbidden}
      ---
      apiVersion: admissionregistration.k8s.io/v1
      kind: ValidatingAdmissionPolicyBinding
      metadata: {name: %1$s}
      spec:
        policyName: %1$s
        validationActions: [Deny]
        matchResources: {namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: %1$s}}}
      """;

  /** Nobody answers there. */
  private static final String AWAY =
      """
      apiVersion: admissionregistration.k8s.io/v1
      kind: ValidatingWebhookConfiguration
      metadata: {name: %1$s}
      webhooks:
      - name: away.example.com
        clientConfig: {url: "https://127.0.0.1:1/"}
        admissionReviewVersions: [v1]
        sideEffects: None
        failurePolicy: Fail
        namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: %1$s}}
        rules:
        - {apiGroups: [autoscaling], apiVersions: ["*"], operations: [CREATE, UPDATE], resources: [horizontalpodautoscalers]}
      """;

  @Test
  void aQuotaKeepsItAwayUntilTheQuotaGoes() {
    Fleet fleet = Fleets.generated();
    fleet.apply(QUOTA).awaitField("quota/none", ".status.hard", hard -> !hard.isEmpty());
    double before = refusals();

    fleet.run("delete", "hpa", GENERATED);

    fleet.awaitEvent("Deployment", REFUSED + "horizontalpodautoscalers.autoscaling");
    assertThat(fleet.events("Deployment")).contains("exceeded quota: none");
    await().atMost(Duration.ofSeconds(30)).until(() -> refusals() > before);

    fleet.run("delete", "quota", "none");

    fleet.awaitAutoscalers(GENERATED);
  }

  @Test
  void anotherAdmissionPolicyKeepsItAwayUntilThatGoes() {
    barredBy(BARRIER, "no autoscalers here");
  }

  @Test
  void anotherWebhookThatDoesNotAnswerKeepsItAwayUntilThatGoes() {
    barredBy(AWAY, "failed calling webhook \"away.example.com\"");
  }

  private static void barredBy(String kind, String words) {
    Fleet fleet = Fleets.generated();
    String barrier = kind.formatted(fleet.namespace());
    fleet.apply(barrier);
    try {
      // It takes the API server a moment to mind it.
      await()
          .atMost(Duration.ofSeconds(30))
          .until(
              () ->
                  fleet
                      .kubectl()
                      .runWithInput(
                          Fleet.autoscaler("probe", 50, ""),
                          "create",
                          "--dry-run=server",
                          "-f",
                          "-")
                      .stderr(),
              stderr -> stderr.contains(words));

      fleet.run("delete", "hpa", GENERATED);

      fleet.awaitEvent("Deployment", words);
      assertThat(fleet.events("Deployment")).contains(REFUSED);
    } finally {
      fleet.kubectl().runWithInput(barrier, "delete", "-f", "-").output();
    }

    fleet.awaitAutoscalers(GENERATED);
  }

  /** How many writes were refused since the program's start. */
  private static double refusals() {
    int port = ReconciledCluster.running().program().managementPort();
    return RestAssured.get("http://127.0.0.1:" + port + "/q/metrics")
        .body()
        .asString()
        .lines()
        .filter(line -> line.startsWith("hpa_steward_autoscaler_writes_total"))
        .filter(line -> line.contains("outcome=\"refused\""))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }
}
