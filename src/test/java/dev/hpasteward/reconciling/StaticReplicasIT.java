package dev.hpasteward.reconciling;

import static dev.hpasteward.reconciling.Fleet.GENERATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A manifest that sets {@code spec.replicas}. */
class StaticReplicasIT {

  @Test
  void theHpaIsGeneratedAllTheSameAndItsAuthorIsTold() {
    Fleet fleet = Fleet.enforced(getClass());
    assertThat(applied(fleet, 3)).isEmpty();

    fleet.awaitAutoscalers(GENERATED);

    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> applied(fleet, 4),
            """
            Warning: static-replicas: spec.replicas stays 3: HorizontalPodAutoscaler egress-hpa-steward sets it
            Warning: static-replicas: remove spec.replicas from the manifest
            """
                ::equals);
    assertThat(fleet.field("deployment/egress", ".spec.replicas")).isEqualTo("3");
  }

  /** The warnings. */
  private static String applied(Fleet fleet, int replicas) {
    String manifest =
        Fleet.deployment("")
            .replace("spec:\n  selector", "spec:\n  replicas: %d\n  selector".formatted(replicas));
    return fleet
        .kubectl()
        .runWithInput(manifest, "apply", "--server-side", "--field-manager=team", "-f", "-")
        .stderr();
  }
}
