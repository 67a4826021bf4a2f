package dev.hpasteward.acceptance;

/** Objects as their authors write them. */
final class Manifests {

  private Manifests() {}

  /** A Deployment with our label, and nothing we would warn about. */
  static String deployment(String name, String serviceType) {
    return deployment(name, "labels: {hpa-steward.dev/service-type: " + serviceType + "}", "{}");
  }

  /**
   * A Deployment that nobody warns about: it requests what is measured and lets sessions end.
   *
   * @param metadata more of its metadata, such as {@code annotations: {a: b}}
   * @param annotations of the pod template
   */
  static String deployment(String name, String metadata, String annotations) {
    return """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: %1$s, %2$s}
    spec:
      selector: {matchLabels: {app: %1$s}}
      template:
        metadata: {labels: {app: %1$s}, annotations: %3$s}
        spec:
          terminationGracePeriodSeconds: 18000
          containers:
          - {name: main, image: livekit/server, resources: {requests: {cpu: 500m, memory: 1Gi}}}
    ---
    """
        .formatted(name, metadata, annotations);
  }

  /** An HPA with nothing but a CPU target. */
  static String autoscaler(String name, String deployment, int cpu) {
    return autoscaler(name, "", deployment, cpuMetric(cpu));
  }

  /**
   * An HPA.
   *
   * @param metadata more of its metadata, such as {@code , labels: {a: b}}
   * @param rest the spec after maxReplicas
   */
  static String autoscaler(String name, String metadata, String deployment, String rest) {
    return """
    apiVersion: autoscaling/v2
    kind: HorizontalPodAutoscaler
    metadata: {name: %s%s}
    spec:
      scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: %s}
      maxReplicas: 10
    %s
    ---
    """
        .formatted(name, metadata, deployment, rest.indent(2).stripTrailing());
  }

  /** {@code metrics} of an HPA with a CPU target. */
  static String cpuMetric(int target) {
    return """
    metrics:
    - {type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: %d}}}
    """
        .formatted(target);
  }

  /** An HPA in the words of autoscaling/v1. */
  static String versionOne(String name, String deployment, int cpu) {
    return """
    apiVersion: autoscaling/v1
    kind: HorizontalPodAutoscaler
    metadata: {name: %s}
    spec:
      scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: %s}
      maxReplicas: 10
      targetCPUUtilizationPercentage: %d
    """
        .formatted(name, deployment, cpu);
  }
}
