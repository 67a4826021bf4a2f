package dev.hpasteward.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Deployments, each with an HPA, as people and machines write them: good ones, bad ones and odd
 * ones. The same seed gives the same letters.
 */
final class Corpus {

  private static final List<String> TYPES =
      List.of("livekit-egress", "sip", "sfu", "agent", "livekit-egres", "");

  private static final List<String> EXEMPTIONS =
      List.of(
          "",
          "",
          "",
          "hpa-steward.dev/exempt: cpu-target",
          "hpa-steward.dev/exempt: 'cpu-target, no-such-rule'",
          """
          hpa-steward.dev/exempt: cpu-target,scale-down-window
          hpa-steward.dev/exempt-reason: load test
          hpa-steward.dev/exempt-until: "%s"
          """,
          """
          hpa-steward.dev/exempt: "*"
          hpa-steward.dev/exempt-reason: ""
          hpa-steward.dev/exempt-until: soon
          """,
          """
          hpa-steward.dev/exempt: memory-target
          hpa-steward.dev/exempt-reason: migration
          hpa-steward.dev/exempt-until: "2026-01-31"
          """,
          "hpa-steward.dev/min-replica: '2'",
          "hpa-steward.dev/policy-version: '3'",
          "argocd.argoproj.io/tracking-id: media:autoscaling/HorizontalPodAutoscaler:x/y");

  private static final List<String> OF_DEPLOYMENTS =
      List.of(
          "",
          "",
          "",
          "hpa-steward.dev/min-replicas: '3'",
          "hpa-steward.dev/min-replicas: two",
          "hpa-steward.dev/max-replicas: '0'",
          "hpa-steward.dev/adopt: 'yes'",
          "hpa-steward.dev/paused-until: tomorrow",
          "hpa-steward.dev/exempt: static-replicas",
          "meta.helm.sh/release-name: media");

  private final Random random;

  /** The last day of exemptions that hold. */
  private final String soon;

  private Corpus(long seed, String soon) {
    this.random = new Random(seed);
    this.soon = soon;
  }

  /**
   * A Deployment and its HPA.
   *
   * @param name of both
   * @param deployment its manifest
   * @param autoscaler its manifest
   */
  record Pair(String name, String deployment, String autoscaler) {}

  /**
   * That many pairs.
   *
   * @param soon a day in the near future, such as 2027-01-31
   */
  static List<Pair> of(int count, long seed, String soon) {
    Corpus corpus = new Corpus(seed, soon);
    return IntStream.range(0, count).mapToObj(i -> corpus.pair("case-" + i)).toList();
  }

  private Pair pair(String name) {
    String type = any(TYPES);
    return new Pair(name, deployment(name, type), autoscaler(name, type));
  }

  private String deployment(String name, String type) {
    return """
    apiVersion: apps/v1
    kind: Deployment
    metadata:
      name: %1$s
    %2$s%3$sspec:
    %4$s  selector: {matchLabels: {app: %1$s}}
      template:
        metadata: {labels: {app: %1$s}}
        spec:
    %5$s      containers:
          - {name: main, image: livekit/server%6$s}
    """
        .formatted(
            name,
            type.isEmpty() ? "" : "  labels: {hpa-steward.dev/service-type: " + type + "}\n",
            annotations(any(OF_DEPLOYMENTS)),
            any("", "", "  replicas: 3\n", "  replicas: 1\n"),
            any("", "      terminationGracePeriodSeconds: 18000\n"),
            any(
                "",
                ", resources: {requests: {cpu: 500m}}",
                ", resources: {requests: {cpu: 500m, memory: 1Gi}}",
                ", resources: {limits: {cpu: '1', memory: 1Gi}}"));
  }

  private String autoscaler(String name, String type) {
    return random.nextInt(10) == 0 ? versionOne(name) : versionTwo(name, type);
  }

  private String versionOne(String name) {
    return """
    apiVersion: autoscaling/v1
    kind: HorizontalPodAutoscaler
    metadata:
      name: %1$s
    %2$sspec:
      scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: %1$s}
      maxReplicas: 10
    %3$s"""
        .formatted(
            name,
            annotations(any(EXEMPTIONS)),
            any("", "  minReplicas: 2\n  targetCPUUtilizationPercentage: " + percent() + "\n"));
  }

  private String versionTwo(String name, String type) {
    return """
    apiVersion: autoscaling/v2
    kind: HorizontalPodAutoscaler
    metadata:
      name: %1$s
    %2$s%3$sspec:
      scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: %1$s}
    %4$s  maxReplicas: %5$d
    %6$s%7$s"""
        .formatted(
            name,
            any(
                "",
                "",
                "",
                "  labels: {hpa-steward.dev/service-type: sip}\n",
                type.isEmpty() ? "" : "  labels: {hpa-steward.dev/service-type: " + type + "}\n"),
            annotations(any(EXEMPTIONS)),
            any("", "", "  minReplicas: 2\n", "  minReplicas: 5\n"),
            any(5, 10, 50),
            metrics(),
            behavior());
  }

  private String metrics() {
    List<String> metrics = new ArrayList<>();
    sometimes(
        4, metrics, () -> resource("cpu", "type: Utilization, averageUtilization: " + percent()));
    sometimes(
        3,
        metrics,
        () -> resource("memory", "type: Utilization, averageUtilization: " + percent()));
    sometimes(1, metrics, () -> resource("cpu", "type: AverageValue, averageValue: 500m"));
    sometimes(
        3,
        metrics,
        () ->
            "    - {type: Pods, pods: {metric: {name: %s}, target: {type: AverageValue, averageValue: %s}}}\n"
                .formatted(
                    any(
                        "livekit_egress_available",
                        "livekit_egress_headroom",
                        "custom_metric",
                        "sip_calls"),
                    any("'1'", "'5'", "2500m", "'0.9'", "3")));
    sometimes(
        1,
        metrics,
        () ->
            "    - {type: External, external: {metric: {name: queue_depth}, target: {type: AverageValue, averageValue: '30'}}}\n");
    sometimes(
        1,
        metrics,
        () ->
            "    - {type: ContainerResource, containerResource: {name: cpu, container: main, target: {type: Utilization, averageUtilization: %d}}}\n"
                .formatted(percent()));
    return metrics.isEmpty()
        ? any("", "", "  metrics: []\n")
        : "  metrics:\n" + String.join("", metrics);
  }

  private static String resource(String name, String target) {
    return "    - {type: Resource, resource: {name: %s, target: {%s}}}\n".formatted(name, target);
  }

  private String behavior() {
    String rules = direction("scaleUp") + direction("scaleDown");
    return rules.isEmpty() ? any("", "", "  behavior: {}\n") : "  behavior:\n" + rules;
  }

  private String direction(String name) {
    if (random.nextInt(5) < 2) {
      return "";
    }
    List<String> fields = new ArrayList<>();
    sometimes(
        3,
        fields,
        () ->
            "      stabilizationWindowSeconds: " + any(0, 15, 30, 60, 120, 300, 600, 3600) + "\n");
    sometimes(1, fields, () -> "      selectPolicy: " + any("Max", "Min", "Disabled") + "\n");
    sometimes(1, fields, () -> "      tolerance: " + any("'0.1'", "'0'", "'0.5'", "50m") + "\n");
    sometimes(
        2,
        fields,
        () ->
            "      policies:\n        - {type: %s, value: %d, periodSeconds: %d}\n"
                .formatted(any("Pods", "Percent"), any(1, 4, 10, 100), any(15, 60, 1800)));
    return fields.isEmpty() ? "" : "    " + name + ":\n" + String.join("", fields);
  }

  private String annotations(String written) {
    return written.isEmpty() ? "" : "  annotations:\n" + written.formatted(soon).strip().indent(4);
  }

  private int percent() {
    return any(20, 30, 40, 45, 50, 55, 60, 65, 70, 80, 95);
  }

  private void sometimes(int ofFive, List<String> parts, Supplier<String> part) {
    if (random.nextInt(5) < ofFive) {
      parts.add(part.get());
    }
  }

  @SafeVarargs
  private <T> T any(T... options) {
    return options[random.nextInt(options.length)];
  }

  private <T> T any(List<T> options) {
    return options.get(random.nextInt(options.size()));
  }
}
