package dev.hpasteward.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hpasteward.controlplane.ControlPlane;
import dev.hpasteward.controlplane.EnforcedNamespace;
import dev.hpasteward.controlplane.Kubectl;
import dev.hpasteward.policy.RuleId;
import dev.hpasteward.source.PolicySource;
import java.io.IOException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An HPA as the API server gives it in autoscaling/v1 is read as what the API server gives of the
 * same HPA in autoscaling/v2.
 */
class ConversionIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Kubectl KUBECTL = kubectl();

  ConversionIT() {}

  private static Kubectl kubectl() {
    ControlPlane controlPlane = ControlPlane.running(ControlPlane.Parts.API_SERVER);
    return controlPlane
        .kubectl()
        .inNamespace(EnforcedNamespace.spared(controlPlane, ConversionIT.class));
  }

  private static JsonNode received(JsonNode versionOne) {
    return ApiServer.received(
        Kind.AUTOSCALER,
        versionOne,
        Settings.ofFiles(
            PolicySource.embedded(),
            "default",
            Map.of(),
            KubernetesVersion.CURRENT,
            EnumSet.allOf(RuleId.class),
            Instant.EPOCH));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "minReplicas: 3",
        "metrics: [{type: Resource, resource: {name: cpu, target: {type: Utilization,"
            + " averageUtilization: 55}}}]",
        "metrics: [{type: Resource, resource: {name: cpu, target: {type: AverageValue,"
            + " averageValue: 500m}}}]",
        "metrics: [{type: Resource, resource: {name: memory, target: {type: Utilization,"
            + " averageUtilization: 65}}}, {type: Resource, resource: {name: cpu, target: {type:"
            + " Utilization, averageUtilization: 50}}}]",
        "metrics: [{type: Pods, pods: {metric: {name: a, selector: {matchLabels: {b: c}}}, target:"
            + " {type: AverageValue, averageValue: '2.5'}}}]",
        "metrics: [{type: External, external: {metric: {name: a, selector: {matchLabels: {b: c}}},"
            + " target: {type: AverageValue, averageValue: 1k}}}]",
        "metrics: [{type: External, external: {metric: {name: a}, target: {type: Value, value:"
            + " 10}}}]",
        "metrics: [{type: Object, object: {metric: {name: a}, describedObject: {apiVersion: v1,"
            + " kind: Service, name: s}, target: {type: Value, value: 10}}}]",
        "metrics: [{type: Object, object: {metric: {name: a}, describedObject: {apiVersion: v1,"
            + " kind: Service, name: s}, target: {type: AverageValue, averageValue: 10}}}]",
        "metrics: [{type: ContainerResource, containerResource: {name: cpu, container: main,"
            + " target: {type: Utilization, averageUtilization: 50}}}]",
        "behavior: {scaleUp: {stabilizationWindowSeconds: 60}}",
        "behavior: {scaleDown: {selectPolicy: Disabled, policies: [{type: Pods, value: 1,"
            + " periodSeconds: 60}]}}",
        "behavior: {scaleUp: {tolerance: '0.05'}, scaleDown: {tolerance: 50m}}"
      })
  void versionOneMeansTheSame(String spec) throws IOException {
    KUBECTL.run("delete", "hpa", "a", "--ignore-not-found").output();
    KUBECTL
        .runWithInput(
            """
            apiVersion: autoscaling/v2
            kind: HorizontalPodAutoscaler
            metadata: {name: a}
            spec:
              scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: a}
              maxReplicas: 10
              %s
            """
                .formatted(spec),
            "create",
            "-f",
            "-")
        .output();
    JsonNode one = get("horizontalpodautoscalers.v1.autoscaling");
    JsonNode two = get("horizontalpodautoscalers.v2.autoscaling");

    JsonNode received = received(one);

    assertThat(one.path("apiVersion").asText()).isEqualTo("autoscaling/v1");
    assertThat(received.path("spec")).isEqualTo(two.path("spec"));
  }

  private static JsonNode get(String resource) throws IOException {
    JsonNode object = JSON.readTree(KUBECTL.run("get", resource, "a", "--output=json").output());
    ((ObjectNode) object).remove("status");
    return object;
  }
}
