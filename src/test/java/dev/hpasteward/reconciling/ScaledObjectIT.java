package dev.hpasteward.reconciling;

import static dev.hpasteward.reconciling.Fleet.GENERATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hpasteward.controlplane.Kubectl;
import dev.hpasteward.controlplane.OptionalKind;
import dev.hpasteward.controlplane.ReconciledCluster;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** KEDA's ScaledObject is an autoscaler, too. */
class ScaledObjectIT {

  /** The program looks for new kinds every 20 s. */
  private static final Duration A_MINUTE = Duration.ofMinutes(1);

  private static final String SCALED_OBJECT =
      """
      apiVersion: keda.sh/v1alpha1
      kind: ScaledObject
      metadata: {name: keda}
      spec: {scaleTargetRef: {name: egress}}
      """;

  @BeforeAll
  static void withKeda() {
    cluster().runWithInput(OptionalKind.SCALED_OBJECTS, "apply", "-f", "-").output();
    cluster()
        .run("wait", "--for=condition=Established", "crd/scaledobjects.keda.sh", "--timeout=30s")
        .output();
    // Once the program watches it, a ScaledObject has an effect.
    Fleet fleet = Fleets.generated();
    await()
        .atMost(A_MINUTE)
        .ignoreExceptionsInstanceOf(AssertionError.class)
        .until(() -> fleet.apply(SCALED_OBJECT) == fleet);
    await().atMost(A_MINUTE).until(fleet::autoscalers, String::isEmpty);
  }

  @AfterAll
  static void withoutKeda() {
    cluster()
        .runWithInput(OptionalKind.SCALED_OBJECTS, "delete", "--ignore-not-found", "-f", "-")
        .output();
  }

  @Test
  void oursGoesWhenItComesAndComesBackWhenItGoes() {
    Fleet fleet = Fleets.generated();

    fleet.apply(SCALED_OBJECT);

    fleet.awaitAutoscalers("");
    fleet.awaitEvent(
        "Deployment",
        "Normal AutoscalerRemoved: deleted HorizontalPodAutoscaler egress-hpa-steward:"
            + " ScaledObject keda scales the Deployment too\n");

    fleet.run("delete", "scaledobject", "keda");

    fleet.awaitAutoscalers(GENERATED);
  }

  @Test
  void itKeepsOursAway() {
    Fleet fleet = Fleet.enforced(getClass()).apply(SCALED_OBJECT).apply(Fleet.deployment(""));

    Fleet.enforced(getClass()).generated();
    Marker.pass();

    assertThat(fleet.autoscalers()).isEmpty();
    assertThat(fleet.events("Deployment")).isEmpty();
  }

  private static Kubectl cluster() {
    return ReconciledCluster.running().controlPlane().kubectl();
  }
}
