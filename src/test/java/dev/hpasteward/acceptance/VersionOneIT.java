package dev.hpasteward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.controlplane.EnforcedCluster;
import dev.hpasteward.controlplane.Kubectl;
import org.junit.jupiter.api.Test;

/** An author who still writes autoscaling/v1. */
class VersionOneIT {

  private static final String V1 = "horizontalpodautoscalers.v1.autoscaling";

  private final Kubectl kubectl = EnforcedCluster.running().kubectl(VersionOneIT.class);

  VersionOneIT() {}

  @Test
  void whatWasFilledInIsThereInBothVersionsAndStaysWhenTheFileIsAppliedAgain() {
    String file = Manifests.versionOne("egress", "egress", 50);
    kubectl
        .runWithInput(Manifests.deployment("egress", "livekit-egress"), "create", "-f", "-")
        .output();

    kubectl.runWithInput(file, "apply", "-f", "-").output();

    assertThat(kubectl.run("get", "hpa", "egress", "-o", Service.stored()).output())
        .isEqualTo(Service.EGRESS.completed());
    assertThat(field("{.apiVersion} {.spec.targetCPUUtilizationPercentage}"))
        .isEqualTo("autoscaling/v1 50");
    assertThat(field("{.metadata.annotations.autoscaling\\.alpha\\.kubernetes\\.io/metrics}"))
        .isEqualTo(
            "[{\"type\":\"Resource\",\"resource\":{\"name\":\"memory\",\"targetAverageUtilization\":65}},"
                + "{\"type\":\"Pods\",\"pods\":{\"metricName\":\"livekit_egress_available\",\"targetAverageValue\":\"1\"}}]");
    assertThat(field("{.metadata.annotations.autoscaling\\.alpha\\.kubernetes\\.io/behavior}"))
        .contains(
            "\"StabilizationWindowSeconds\":15", "\"StabilizationWindowSeconds\":300", "\"390m\"");

    assertThat(kubectl.runWithInput(file, "apply", "-f", "-").output())
        .isEqualTo("horizontalpodautoscaler.autoscaling/egress unchanged\n");
  }

  private String field(String path) {
    return kubectl.run("get", V1, "egress", "-o", "jsonpath=" + path).output();
  }
}
