package dev.hpasteward.deploy;

import dev.hpasteward.controlplane.Kubectl;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Those who have a governed Deployment, {@code egress} in namespace {@code media}, whose metrics
 * are served.
 *
 * @param kubectl in their namespace
 */
record EgressTeam(Kubectl kubectl) {

  /** Before anything is installed. */
  static EgressTeam in(InstalledCluster cluster) {
    Kubectl kubectl = cluster.kubectl().inNamespace("media");
    kubectl.run("create", "namespace", "media").output();
    kubectl
        .runWithInput(
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: egress
              labels: {hpa-steward.dev/service-type: livekit-egress}
            spec:
              replicas: 3
              selector: {matchLabels: {app: egress}}
              template:
                metadata: {labels: {app: egress}}
                spec:
                  terminationGracePeriodSeconds: 3600
                  containers:
                  - {name: egress, image: example.com/egress, resources: {requests: {cpu: 1, memory: 1Gi}}}
            """,
            "create",
            "-f",
            "-")
        .output();
    try {
      cluster.metrics(
          "media",
          """
          {"pods": [{"selector": "app=egress", "cpu": "1200m", "memory": "1700Mi", "spread": true}],
           "custom": [{"metric": "livekit_egress_available", "selector": "app=egress", "value": "1"}]}
          """);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new EgressTeam(kubectl);
  }

  /** What they see who try to make an HPA that breaks the rule {@code cpu-target}. */
  Kubectl.Result badAutoscaler() {
    return kubectl.run(
        "autoscale",
        "deployment",
        "egress",
        "--name=probe",
        "--cpu=80%",
        "--max=3",
        "--dry-run=server");
  }
}
