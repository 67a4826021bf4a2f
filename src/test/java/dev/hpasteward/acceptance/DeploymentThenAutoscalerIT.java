package dev.hpasteward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.controlplane.EnforcedCluster;
import dev.hpasteward.controlplane.Kubectl;
import org.junit.jupiter.api.Test;

class DeploymentThenAutoscalerIT {

  private final Kubectl kubectl =
      EnforcedCluster.running().kubectl(DeploymentThenAutoscalerIT.class);

  /** The Deployment is milliseconds old when its HPA is reviewed. */
  @Test
  void aBadAutoscalerAppliedRightAfterItsDeploymentIsRefusedEveryTime() {
    for (int i = 0; i < 100; i++) {
      String name = "egress-" + i;
      Kubectl.Result result =
          kubectl.runWithInput(deploymentAndBadAutoscaler(name), "apply", "-f", "-");

      assertThat(result.stdout()).isEqualTo("deployment.apps/" + name + " created\n");
      assertThat(result.stderr()).contains("cpu-target", "found 80, allowed 31 to 50");
      assertThat(result.exitCode()).isEqualTo(1);
    }
  }

  private static String deploymentAndBadAutoscaler(String name) {
    return """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: %1$s, labels: {hpa-steward.dev/service-type: livekit-egress}}
    spec:
      selector: {matchLabels: {app: %1$s}}
      template:
        metadata: {labels: {app: %1$s}}
        spec: {containers: [{name: egress, image: livekit/egress}]}
    ---
    apiVersion: autoscaling/v2
    kind: HorizontalPodAutoscaler
    metadata: {name: %1$s}
    spec:
      scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: %1$s}
      maxReplicas: 10
      metrics:
      - {type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 80}}}
    """
        .formatted(name);
  }
}
