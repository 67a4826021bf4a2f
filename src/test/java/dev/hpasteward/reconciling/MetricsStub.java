package dev.hpasteward.reconciling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.controlplane.ReconciledCluster;
import io.restassured.RestAssured;

/** The metrics that the API server tells the HPA controller about a namespace's egress pods. */
final class MetricsStub {

  private MetricsStub() {}

  /**
   * From now on all pods together use so much, however many they are.
   *
   * @param cpu as a quantity
   * @param needed how many egress workers the capacity metric asks for
   */
  static void set(String namespace, String cpu, int needed) {
    int status =
        RestAssured.given()
            .contentType("application/json")
            .body(
                """
            {"pods": [{"selector": "app=egress", "cpu": "%s", "memory": "64Mi", "spread": true}],
             "external": [{"metric": "livekit_egress_needed", "value": "%d"}]}
            """
                    .formatted(cpu, needed))
            .put(ReconciledCluster.running().controlPlane().metricsStub() + "/" + namespace)
            .statusCode();
    assertThat(status).isBetween(200, 299);
  }
}
