package dev.hpasteward.admission;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Objects as authors write them. */
final class Manifests {

  private static final YAMLMapper YAML = new YAMLMapper();

  /** The strategy's own snippet for egress with a behavior that the policy has nothing against. */
  private static final String EGRESS =
      """
      apiVersion: autoscaling/v2
      kind: HorizontalPodAutoscaler
      metadata:
        name: egress
        namespace: media
        labels: {hpa-steward.dev/service-type: livekit-egress}
      spec:
        scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: egress}
        minReplicas: 2
        maxReplicas: 20
        metrics:
        - type: Resource
          resource: {name: cpu, target: {type: Utilization, averageUtilization: 50}}
        - type: Resource
          resource: {name: memory, target: {type: Utilization, averageUtilization: 65}}
        - type: Pods
          pods:
            metric: {name: livekit_egress_available}
            target: {type: AverageValue, averageValue: "1"}
      """;

  private static final String SFU =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: sfu
        namespace: media
        labels: {hpa-steward.dev/service-type: sfu}
      spec:
        selector: {matchLabels: {app: sfu}}
        template:
          metadata: {labels: {app: sfu}}
          spec:
            terminationGracePeriodSeconds: 18000
            containers:
            - name: livekit-server
              image: livekit/livekit-server:v1.9.0
              resources: {requests: {cpu: "2", memory: 2Gi}}
      """;

  private Manifests() {}

  static ObjectNode egress() {
    return parse(EGRESS);
  }

  /** The same without our label, so that its target's label counts. */
  static ObjectNode unlabelledEgress() {
    ObjectNode egress = egress();
    ((ObjectNode) egress.get("metadata")).remove("labels");
    return egress;
  }

  /** The same with a CPU target. */
  static ObjectNode egressWithCpu(int target) {
    ObjectNode egress = egress();
    ((ObjectNode) egress.at("/spec/metrics/0/resource/target")).put("averageUtilization", target);
    return egress;
  }

  static ObjectNode sfu() {
    return parse(SFU);
  }

  static ObjectNode parse(String yaml) {
    try {
      return (ObjectNode) YAML.readTree(yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
