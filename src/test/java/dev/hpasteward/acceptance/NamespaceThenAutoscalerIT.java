package dev.hpasteward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.controlplane.EnforcedCluster;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The namespace, whose label says the mode, is milliseconds old when its HPA is reviewed. kubectl
 * takes so long between two objects that the namespace has been seen by then; other clients don't.
 */
class NamespaceThenAutoscalerIT {

  private static final int TIMES = 100;

  private final String run = UUID.randomUUID().toString().substring(0, 8);

  /** A StatefulSet is not looked for, so that nothing else takes time. */
  @ParameterizedTest
  @CsvSource({"warn, StatefulSet", "audit, StatefulSet", "warn, Deployment"})
  void theModeOfANamespaceHoldsForTheFirstObjectInIt(String mode, String target)
      throws IOException {
    String kubeconfig = Files.readString(EnforcedCluster.running().controlPlane().kubeconfig());
    List<String> refused = new ArrayList<>();
    try (KubernetesClient client =
        new KubernetesClientBuilder().withConfig(Config.fromKubeconfig(kubeconfig)).build()) {
      for (int i = 0; i < TIMES; i++) {
        String name = "test-%s-%s-%s-%d".formatted(run, mode, target, i).toLowerCase(Locale.ROOT);
        client
            .resource(
                new NamespaceBuilder()
                    .withNewMetadata()
                    .withName(name)
                    .addToLabels("hpa-steward.dev/mode", mode)
                    .endMetadata()
                    .build())
            .create();
        try {
          HorizontalPodAutoscaler stored =
              client
                  .autoscaling()
                  .v2()
                  .horizontalPodAutoscalers()
                  .inNamespace(name)
                  .resource(badAutoscaler(client, target))
                  .create();
          assertThat(stored.getSpec().getBehavior()).as("nothing is changed either").isNull();
        } catch (KubernetesClientException e) {
          refused.add(e.getMessage());
        }
      }
    }

    assertThat(refused).isEmpty();
  }

  private static HorizontalPodAutoscaler badAutoscaler(KubernetesClient client, String target) {
    return client
        .getKubernetesSerialization()
        .unmarshal(
            """
            apiVersion: autoscaling/v2
            kind: HorizontalPodAutoscaler
            metadata: {name: agent, labels: {hpa-steward.dev/service-type: agent}}
            spec:
              scaleTargetRef: {apiVersion: apps/v1, kind: %s, name: agent}
              maxReplicas: 10
              metrics:
              - {type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 90}}}
            """
                .formatted(target),
            HorizontalPodAutoscaler.class);
  }
}
