package dev.hpasteward.cluster.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hpasteward.controlplane.ControlPlane;
import dev.hpasteward.controlplane.Kubectl;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A write that comes too late, as from a leader that was stopped for a while, has no effect. */
class AutoscalerWritesIT {

  private static final ControlPlane CONTROL_PLANE =
      ControlPlane.running(ControlPlane.Parts.API_SERVER);
  private static final KubernetesClient CLIENT =
      new KubernetesClientBuilder()
          .withConfig(Config.fromKubeconfig(CONTROL_PLANE.kubeconfig().toFile()))
          .build();

  private final String namespace = CONTROL_PLANE.namespace(AutoscalerWritesIT.class);
  private final Kubectl kubectl = CONTROL_PLANE.kubectl().inNamespace(namespace);
  private final AutoscalerWrites writes = new AutoscalerWrites(CLIENT);

  @BeforeEach
  void nothingIsThere() {
    kubectl.run("delete", "hpa", "--all").output();
  }

  @AfterAll
  static void close() {
    CLIENT.close();
  }

  @Test
  void whatWasSeenBeforeAnotherWroteIsNoLongerWritten() {
    writes.apply(namespace, autoscaler(20), Optional.empty());
    Step.Replaced seen = stored();
    patchMax(7);

    assertThat(refusalOf(() -> writes.apply(namespace, autoscaler(20), Optional.of(seen))))
        .isEqualTo(409);
    assertThat(max()).isEqualTo("7");

    writes.apply(namespace, autoscaler(20), Optional.of(stored()));
    assertThat(max()).isEqualTo("20");
  }

  @Test
  void whatIsGoneIsNotWrittenAgain() {
    writes.apply(namespace, autoscaler(20), Optional.empty());
    Step.Replaced seen = stored();
    kubectl.run("delete", "hpa", "egress").output();

    assertThat(refusalOf(() -> writes.apply(namespace, autoscaler(20), Optional.of(seen))))
        .isEqualTo(409);
    assertThat(kubectl.run("get", "hpa", "-o", "name").output()).isEmpty();
  }

  @Test
  void aNewOneDoesNotOverwriteOneThatCameMeanwhile() {
    kubectl.runWithInput(autoscaler(7).toString(), "create", "-f", "-").output();

    assertThat(refusalOf(() -> writes.apply(namespace, autoscaler(20), Optional.empty())))
        .isEqualTo(409);
    assertThat(max()).isEqualTo("7");
  }

  @Test
  void whatChangedSinceItWasSeenIsNotDeleted() {
    writes.apply(namespace, autoscaler(20), Optional.empty());
    String seen = version();
    patchMax(7);

    assertThat(refusalOf(() -> writes.delete(namespace, "egress", seen))).isEqualTo(409);
    assertThat(max()).isEqualTo("7");

    writes.delete(namespace, "egress", version());
    assertThat(kubectl.run("get", "hpa", "-o", "name").output()).isEmpty();
  }

  private static int refusalOf(ThrowingCallable write) {
    return catchThrowableOfType(KubernetesClientException.class, write).getCode();
  }

  private String version() {
    return kubectl
        .run("get", "hpa", "egress", "-o", "jsonpath={.metadata.resourceVersion}")
        .output();
  }

  private Step.Replaced stored() {
    String uid = kubectl.run("get", "hpa", "egress", "-o", "jsonpath={.metadata.uid}").output();
    return new Step.Replaced(Optional.of(uid), version());
  }

  private String max() {
    return kubectl.run("get", "hpa", "egress", "-o", "jsonpath={.spec.maxReplicas}").output();
  }

  private void patchMax(int max) {
    kubectl
        .run(
            "patch",
            "hpa",
            "egress",
            "--type=merge",
            "-p",
            "{\"spec\":{\"maxReplicas\":" + max + "}}")
        .output();
  }

  private static JsonNode autoscaler(int max) {
    String json =
        """
        {
          "apiVersion": "autoscaling/v2",
          "kind": "HorizontalPodAutoscaler",
          "metadata": {"name": "egress"},
          "spec": {
            "scaleTargetRef": {"apiVersion": "apps/v1", "kind": "Deployment", "name": "egress"},
            "minReplicas": 2,
            "maxReplicas": %d
          }
        }
        """
            .formatted(max);
    try {
      return new ObjectMapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
