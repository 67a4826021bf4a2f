package dev.hpasteward.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class HarnessIT {
  private final ControlPlane controlPlane = ControlPlane.running(ControlPlane.Parts.API_SERVER);

  @Test
  void aConfigMapIsCreatedAndReadBack() {
    Kubectl kubectl = kubectlInNewNamespace();

    String created =
        kubectl.run("create", "configmap", "greeting", "--from-literal=word=hello").output();

    assertThat(created).isEqualTo("configmap/greeting created\n");
    assertThat(kubectl.run("get", "configmap", "greeting", "-o", "jsonpath={.data.word}"))
        .isEqualTo(new Kubectl.Result(0, "hello", ""));
  }

  @Test
  void anAutoscalerWithoutMetricsReadsBackWithTheApiServersDefaultOf80PercentCpu() {
    Kubectl kubectl = kubectlInNewNamespace();

    kubectl
        .runWithInput(
            """
            apiVersion: autoscaling/v2
            kind: HorizontalPodAutoscaler
            metadata: {name: web}
            spec:
              scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
              maxReplicas: 3
            """,
            "apply",
            "-f",
            "-")
        .output();

    assertThat(
            kubectl
                .run(
                    "get",
                    "hpa",
                    "web",
                    "-o",
                    "jsonpath={range .spec.metrics[*]}{.resource.name} {.resource.target.averageUtilization};{end}")
                .output())
        .isEqualTo("cpu 80;");
  }

  @Test
  void twoTestClassesDoNotSeeEachOthersObjects() {
    String one = controlPlane.namespace(HarnessIT.class);
    String other = controlPlane.namespace(ScriptTest.class);
    controlPlane.kubectl().inNamespace(one).run("create", "configmap", "greeting").output();

    assertThat(one).matches("test-harness-it-[0-9a-f]{8}");
    assertThat(other).matches("test-script-test-[0-9a-f]{8}");
    assertThat(controlPlane.kubectl().inNamespace(other).run("get", "configmap", "greeting"))
        .isEqualTo(
            new Kubectl.Result(
                1, "", "Error from server (NotFound): configmaps \"greeting\" not found\n"));
  }

  @Test
  void aNamespaceHasTheLabelsItWasAskedToHave() {
    String name = controlPlane.namespace(HarnessIT.class, Map.of("example.com/mode", "audit"));

    assertThat(
            controlPlane
                .kubectl()
                .run("get", "namespace", name, "-o", "jsonpath={.metadata.labels}")
                .output())
        .isEqualTo(
            "{\"example.com/mode\":\"audit\",\"kubernetes.io/metadata.name\":\"" + name + "\"}");
  }

  private Kubectl kubectlInNewNamespace() {
    return controlPlane.kubectl().inNamespace(controlPlane.namespace(HarnessIT.class));
  }
}
