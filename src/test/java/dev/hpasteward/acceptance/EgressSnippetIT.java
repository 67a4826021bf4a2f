package dev.hpasteward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.controlplane.EnforcedCluster;
import dev.hpasteward.controlplane.Kubectl;
import org.junit.jupiter.api.Test;

/** The HPA of the written strategy, word for word. */
class EgressSnippetIT {

  private final Kubectl kubectl = EnforcedCluster.running().kubectl(EgressSnippetIT.class);

  EgressSnippetIT() {}

  @Test
  void theStrategysOwnEgressSnippetPassesAsItIs() {
    String snippet =
        """
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: livekit-egress
        spec:
          scaleTargetRef:
            apiVersion: apps/v1
            kind: Deployment
            name: livekit-egress
          minReplicas: 2
          maxReplicas: 20
          metrics:
          - type: Resource
            resource:
              name: cpu
              target:
                type: Utilization
                averageUtilization: 50
          - type: Resource
            resource:
              name: memory
              target:
                type: Utilization
                averageUtilization: 65
          - type: Pods
            pods:
              metric:
                name: livekit_egress_available
              target:
                type: AverageValue
                averageValue: 1
        """;

    Kubectl.Result applied =
        kubectl.runWithInput(
            Manifests.deployment("livekit-egress", "livekit-egress") + snippet, "apply", "-f", "-");

    assertThat(applied)
        .isEqualTo(
            new Kubectl.Result(
                0,
                """
                deployment.apps/livekit-egress created
                horizontalpodautoscaler.autoscaling/livekit-egress created
                """,
                """
                Warning: inverted-metric: livekit_egress_available falls as load rises, so the HPA never scales up on it
                Warning: inverted-metric: use External livekit_egress_needed with averageValue 1 (headroom form): it rises with load
                """));
    assertThat(kubectl.run("get", "hpa", "livekit-egress", "-o", "jsonpath={.spec.metrics}"))
        .isEqualTo(
            new Kubectl.Result(
                0,
                """
                [{"resource":{"name":"cpu","target":{"averageUtilization":50,"type":"Utilization"}},"type":"Resource"},\
                {"resource":{"name":"memory","target":{"averageUtilization":65,"type":"Utilization"}},"type":"Resource"},\
                {"pods":{"metric":{"name":"livekit_egress_available"},"target":{"averageValue":"1","type":"AverageValue"}},"type":"Pods"}]""",
                ""));
  }
}
