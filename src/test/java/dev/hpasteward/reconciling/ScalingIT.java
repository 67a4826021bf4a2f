package dev.hpasteward.reconciling;

import static dev.hpasteward.reconciling.Fleet.GENERATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Kubernetes' own controller scales by the generated HPA. */
class ScalingIT {

  private static final Duration A_MINUTE = Duration.ofMinutes(1);

  private final Fleet fleet =
      Fleet.enforced(getClass())
          .apply(Fleet.deployment("").replace("livekit-egress,", "quick,"))
          .awaitAutoscalers(GENERATED);

  @Test
  void anEgressGrowsWithItsLoadAndShrinksToItsMinimumWhenAllIsFree() {
    assertThat(fleet.field(".spec.metrics[*]['resource.name','external.metric.name']"))
        .isEqualTo("cpu livekit_egress_needed");

    // At one core a pod and a target of 50 %, 2.4 cores are five pods' work.
    MetricsStub.set(fleet.namespace(), "2400m", 2);
    awaitReplicas("5");

    // Each recording to come needs a worker, whatever the CPU says.
    MetricsStub.set(fleet.namespace(), "2400m", 7);
    awaitReplicas("7");

    MetricsStub.set(fleet.namespace(), "50", 20);
    awaitReplicas("8");

    MetricsStub.set(fleet.namespace(), "100m", 2);
    awaitReplicas("2");
  }

  @Test
  void itWritesNothingWhileTheControllerScales() {
    MetricsStub.set(fleet.namespace(), "1600m", 2);
    awaitReplicas("4");
    MetricsStub.set(fleet.namespace(), "100m", 2);
    awaitReplicas("2");
    Marker.pass();

    assertThat(fleet.autoscalerWrites())
        .containsExactly("patch horizontalpodautoscalers egress-hpa-steward 201");
  }

  private void awaitReplicas(String replicas) {
    await()
        .atMost(A_MINUTE)
        .until(() -> fleet.field("deployment/egress", ".status.readyReplicas"), replicas::equals);
  }
}
