package dev.hpasteward.reconciling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Somebody undoes what we write, and does not give in. */
class ContestedIT {

  private static final int MORE = 10;
  private static final String UNDO = "{\"spec\":{\"maxReplicas\":7}}";

  @Test
  void whoWritesBackIsGivenWayToAndToldOfAndTheHpaIsRightOnceThatEnds() {
    Fleet fleet = Fleet.enforced(getClass()).generated();

    int undone = 0;
    Instant end = Instant.now().plusSeconds(60);
    while (!told(fleet) && Instant.now().isBefore(end)) {
      undo(fleet);
      undone++;
    }
    for (int i = 0; i < MORE; i++) {
      undo(fleet);
    }

    assertThat(fleet.events("Deployment"))
        .contains(
            "Warning AutoscalerContested: HorizontalPodAutoscaler egress-hpa-steward does not stay"
                + " as the policy has it: spec.maxReplicas; its managedFields say who else writes"
                + " it; it is put right less and less often until that ends\n");
    assertThat(fleet.autoscalerWrites().stream().filter(write -> write.endsWith(" 200")))
        .hasSizeLessThan(undone + MORE / 2);
    fleet.awaitField(".spec.maxReplicas", "20");
  }

  private static boolean told(Fleet fleet) {
    return fleet.events("Deployment").contains("AutoscalerContested");
  }

  private static void undo(Fleet fleet) {
    fleet.run("patch", "hpa", Fleet.GENERATED, "--type=merge", "-p", UNDO);
  }
}
