package dev.hpasteward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hpasteward.controlplane.EnforcedCluster;
import dev.hpasteward.controlplane.Kubectl;
import dev.hpasteward.controlplane.OptionalKind;
import io.restassured.RestAssured;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the webhook knows of other objects. */
class ViewIT {

  private static final EnforcedCluster CLUSTER = EnforcedCluster.running();

  /** Promised in the design; the program looks every 20 s. */
  private static final Duration A_MINUTE = Duration.ofMinutes(1);

  private static final Duration AN_EVENT = Duration.ofSeconds(20);

  @BeforeEach
  void theProgramIsReady() {
    await()
        .atMost(A_MINUTE)
        .until(() -> RestAssured.get(management("/q/health/ready")).statusCode() == 200);
  }

  @AfterAll
  static void withoutKeda() {
    kubectl(Map.of())
        .runWithInput(OptionalKind.SCALED_OBJECTS, "delete", "--ignore-not-found", "-f", "-");
  }

  @Test
  void aSecondAutoscalerForOneDeploymentIsRefused() {
    Kubectl kubectl = kubectl(Map.of());
    create(kubectl, deployment());
    create(kubectl, autoscaler("first", 50));
    awaitSeen(kubectl, "HorizontalPodAutoscaler first scales too");

    Kubectl.Result second = kubectl.runWithInput(autoscaler("second", 50), "create", "-f", "-");

    assertThat(second.exitCode()).isEqualTo(1);
    assertThat(second.stderr())
        .contains(
            "admission webhook \"validate.hpa-steward.dev\" denied the request",
            "duplicate-autoscaler",
            "Deployment egress, which HorizontalPodAutoscaler first scales too",
            "delete HorizontalPodAutoscaler first, or change that one instead");
    assertThat(kubectl.run("get", "hpa", "-o", "name").output())
        .isEqualTo("horizontalpodautoscaler.autoscaling/first\n");
  }

  @Test
  void theOnlyAutoscalerMayBeChangedAndReplaced() {
    Kubectl kubectl = kubectl(Map.of());
    create(kubectl, deployment());
    create(kubectl, autoscaler("first", 50));
    awaitSeen(kubectl, "HorizontalPodAutoscaler first scales too");

    kubectl.runWithInput(autoscaler("first", 45), "apply", "-f", "-").output();
    kubectl.run("delete", "hpa", "first").output();

    await()
        .atMost(AN_EVENT)
        .untilAsserted(
            () -> kubectl.runWithInput(autoscaler("second", 50), "create", "-f", "-").output());
  }

  @Test
  void aNamespacesModeCountsAsSoonAsItsLabelIsSeen() {
    Kubectl kubectl = kubectl(Map.of());
    create(kubectl, deployment());
    assertThat(kubectl.runWithInput(autoscaler("egress", 80), "create", "-f", "-").stderr())
        .contains("cpu-target");

    String namespace =
        kubectl.run("get", "deployment", "egress", "-o", "jsonpath={.metadata.namespace}").output();
    kubectl.run("label", "namespace", namespace, "hpa-steward.dev/mode=warn").output();

    await()
        .atMost(AN_EVENT)
        .untilAsserted(
            () -> {
              Kubectl.Result result = dryRun(kubectl, autoscaler("egress", 80));
              assertThat(result.exitCode()).isZero();
              assertThat(result.stderr()).contains("Warning:", "cpu-target");
            });
  }

  @Test
  void anAutoscalerBesideAScaledObjectIsRefusedOnceKedaIsInstalledUntilItIsRemoved() {
    Kubectl kubectl = kubectl(Map.of());
    create(kubectl, deployment());
    assertThat(dryRun(kubectl, autoscaler("egress", 50)).exitCode()).isZero();

    create(kubectl, OptionalKind.SCALED_OBJECTS);
    kubectl
        .run("wait", "--for=condition=Established", "crd/scaledobjects.keda.sh", "--timeout=30s")
        .output();
    await()
        .atMost(AN_EVENT)
        .untilAsserted(() -> create(kubectl, scaledObject("keda"))); // once discovery has it
    await()
        .atMost(A_MINUTE)
        .untilAsserted(
            () ->
                assertThat(dryRun(kubectl, autoscaler("egress", 50)).stderr())
                    .contains(
                        "duplicate-autoscaler",
                        "Deployment egress, which ScaledObject keda scales too"));

    String uid =
        kubectl.run("get", "scaledobject", "keda", "-o", "jsonpath={.metadata.uid}").output();
    assertThat(dryRun(kubectl, ofKeda("keda", uid)).stderr())
        .doesNotContain("duplicate-autoscaler");
    assertThat(dryRun(kubectl, ofKeda("keda", "another")).stderr())
        .contains("duplicate-autoscaler");

    kubectl.runWithInput(OptionalKind.SCALED_OBJECTS, "delete", "-f", "-").output();
    await().atMost(A_MINUTE).until(() -> dryRun(kubectl, autoscaler("egress", 50)).exitCode() == 0);
    assertThat(RestAssured.get(management("/q/health/ready")).statusCode()).isEqualTo(200);
  }

  private static Kubectl kubectl(Map<String, String> labels) {
    return CLUSTER.kubectl(ViewIT.class, labels);
  }

  private static void create(Kubectl kubectl, String manifest) {
    kubectl.runWithInput(manifest, "create", "-f", "-").output();
  }

  private static Kubectl.Result dryRun(Kubectl kubectl, String manifest) {
    return kubectl.runWithInput(manifest, "create", "--dry-run=server", "-f", "-");
  }

  /** Until the webhook has seen what else scales the Deployment. */
  private static void awaitSeen(Kubectl kubectl, String words) {
    await()
        .atMost(AN_EVENT)
        .untilAsserted(
            () -> assertThat(dryRun(kubectl, autoscaler("probe", 50)).stderr()).contains(words));
  }

  private static String management(String path) {
    return "http://127.0.0.1:" + CLUSTER.managementPort() + path;
  }

  private static String deployment() {
    return """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: egress, labels: {hpa-steward.dev/service-type: livekit-egress}}
    spec:
      selector: {matchLabels: {app: egress}}
      template:
        metadata: {labels: {app: egress}}
        spec: {containers: [{name: egress, image: livekit/egress}]}
    """;
  }

  private static String autoscaler(String name, int cpu) {
    return autoscaler("{name: %s}".formatted(name), Integer.toString(cpu));
  }

  private static String ofKeda(String scaledObject, String uid) {
    return autoscaler(
        "{name: keda-hpa-%1$s, ownerReferences: [{apiVersion: keda.sh/v1alpha1, kind: ScaledObject, name: %1$s, uid: %2$s}]}"
            .formatted(scaledObject, uid),
        "50");
  }

  private static String autoscaler(String metadata, String cpu) {
    return """
    apiVersion: autoscaling/v2
    kind: HorizontalPodAutoscaler
    metadata: %s
    spec:
      scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: egress}
      minReplicas: 2
      maxReplicas: 10
      metrics:
      - {type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: %s}}}
      - {type: Resource, resource: {name: memory, target: {type: Utilization, averageUtilization: 65}}}
      - {type: Pods, pods: {metric: {name: livekit_egress_available}, target: {type: AverageValue, averageValue: "1"}}}
    """
        .formatted(metadata, cpu);
  }

  private static String scaledObject(String name) {
    return """
    apiVersion: keda.sh/v1alpha1
    kind: ScaledObject
    metadata: {name: %s}
    spec: {scaleTargetRef: {name: egress}}
    """
        .formatted(name);
  }
}
