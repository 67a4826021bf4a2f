package dev.hpasteward.reconciling;

import static org.awaitility.Awaitility.await;

import dev.hpasteward.controlplane.AuditLog;
import dev.hpasteward.controlplane.Kubectl;
import dev.hpasteward.controlplane.ReconciledCluster;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A namespace with Deployments, and what kubectl tells of it. */
final class Fleet {

  static final String GENERATED = "egress-hpa-steward";

  /** For what follows at once. */
  private static final Duration SOON = Duration.ofSeconds(30);

  private final Kubectl kubectl;

  private Fleet(Kubectl kubectl) {
    this.kubectl = kubectl;
  }

  /** An enforced namespace of its own. */
  static Fleet enforced(Class<?> testClass) {
    return new Fleet(ReconciledCluster.running().kubectl(testClass));
  }

  static Fleet in(Class<?> testClass, String mode) {
    return new Fleet(ReconciledCluster.running().kubectl(testClass, mode));
  }

  /** In a namespace of another cluster than the shared one. */
  static Fleet of(Kubectl kubectl) {
    return new Fleet(kubectl);
  }

  Kubectl kubectl() {
    return kubectl;
  }

  String namespace() {
    return kubectl.namespace();
  }

  /** An egress Deployment without {@code spec.replicas}, with this in its metadata besides. */
  static String deployment(String metadata) {
    return """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: egress
          labels: {hpa-steward.dev/service-type: livekit-egress, team: voice, app.kubernetes.io/instance: egress}
        %s
        spec:
          selector: {matchLabels: {app: egress}}
          template:
            metadata: {labels: {app: egress}}
            spec:
              terminationGracePeriodSeconds: 3600
              containers:
              - {name: egress, image: example.com/egress, resources: {requests: {cpu: 1, memory: 1Gi}}}
        """
        .formatted(metadata.indent(2).stripTrailing());
  }

  /** An HPA of its author for it. */
  static String autoscaler(String name, int cpu, String metadata) {
    return """
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: %s
        %s
        spec:
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: egress}
          minReplicas: 2
          maxReplicas: 5
          metrics:
          - {type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: %d}}}
        """
        .formatted(name, metadata.indent(2).stripTrailing(), cpu);
  }

  Fleet apply(String yaml) {
    kubectl.runWithInput(yaml, "apply", "-f", "-").output();
    return this;
  }

  /** The Deployment, and its generated HPA. */
  Fleet generated() {
    apply(deployment(""));
    awaitAutoscalers(GENERATED);
    return this;
  }

  /** All HPAs of the namespace, in order. */
  String autoscalers() {
    return kubectl.run("get", "hpa", "-o", "jsonpath={.items[*].metadata.name}").output();
  }

  /** What kubectl has to succeed with, in its own words. */
  String run(String... arguments) {
    return kubectl.run(arguments).output();
  }

  /** The namespace gets another mode; the program may not have seen it yet. */
  Fleet mode(String mode) {
    run("label", "namespace", namespace(), ReconciledCluster.LABEL + "=" + mode, "--overwrite");
    return this;
  }

  /** The same for a mode that denies nothing, once the program has seen it. */
  Fleet unenforced(String mode) {
    mode(mode);
    await()
        .atMost(SOON)
        .until(
            () ->
                kubectl
                        .runWithInput(
                            autoscaler("probe", 80, ""), "create", "--dry-run=server", "-f", "-")
                        .exitCode()
                    == 0);
    return this;
  }

  Fleet annotate(String object, String... annotations) {
    run(Stream.concat(Stream.of("annotate", object, "--overwrite"), Stream.of(annotations)));
    return this;
  }

  private void run(Stream<String> arguments) {
    run(arguments.toArray(String[]::new));
  }

  Fleet patch(String object, String merge) {
    run("patch", object, "--type=merge", "-p", merge);
    return this;
  }

  Fleet awaitAutoscalers(String names) {
    await().atMost(SOON).until(this::autoscalers, names::equals);
    return this;
  }

  /** A field of the generated HPA. */
  String field(String path) {
    return field("hpa/" + GENERATED, path);
  }

  String field(String object, String path) {
    return kubectl.run("get", object, "-o", "jsonpath={" + path + "}").stdout();
  }

  Fleet awaitField(String path, String value) {
    return awaitField("hpa/" + GENERATED, path, value::equals);
  }

  Fleet awaitField(String object, String path, Predicate<String> fits) {
    await().atMost(SOON).until(() -> field(object, path), fits);
    return this;
  }

  /** Types, reasons and notes of our Events about this object, in no order. */
  String events(String kind) {
    return kubectl
        .run(
            "get",
            "events",
            "--field-selector",
            "reportingComponent=hpa-steward.dev/reconciler,involvedObject.kind=" + kind,
            "-o",
            "jsonpath={range .items[*]}{.type} {.reason}: {.message}{\"\\n\"}{end}")
        .output();
  }

  Fleet awaitEvent(String kind, String text) {
    await().atMost(SOON).until(() -> events(kind), told -> told.contains(text));
    return this;
  }

  /** What the program has asked to be changed here, such as {@code create events}, in order. */
  List<String> writes() {
    return AuditLog.writes(ReconciledCluster.USER, namespace());
  }

  /** The same for HPAs only. */
  List<String> autoscalerWrites() {
    return writes().stream().filter(write -> write.contains("horizontalpodautoscalers")).toList();
  }
}
