package dev.hpasteward.reconciling;

import static dev.hpasteward.reconciling.Fleet.GENERATED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A Deployment may choose its bounds, within those of the policy. */
class BoundsIT {

  private static final String MIN = "hpa-steward.dev/min-replicas";
  private static final String MAX = "hpa-steward.dev/max-replicas";

  @Test
  void theAnnotationsAreTheBounds() {
    Fleet fleet = Fleets.generated();

    fleet.annotate("deployment/egress", MIN + "=3", MAX + "=30");

    fleet.awaitField(".spec.maxReplicas", "30").awaitField(".spec.minReplicas", "3");

    fleet.annotate("deployment/egress", MIN + "-", MAX + "-");

    fleet.awaitField(".spec.maxReplicas", "20").awaitField(".spec.minReplicas", "2");
  }

  @Test
  void theCeilingBoundsThem() {
    Fleet fleet = Fleets.generated().unenforced("Audit");
    fleet.annotate("deployment/egress", MAX + "=100");

    fleet.mode("Enforce");

    fleet.awaitField(".spec.maxReplicas", "40");
  }

  @Test
  void anExemptionLiftsTheCeilingUntilItExpires() {
    Fleet fleet = Fleets.generated();
    Instant end = Instant.now().plusSeconds(12);

    fleet.annotate(
        "deployment/egress",
        MAX + "=100",
        "hpa-steward.dev/exempt=replica-bounds",
        "hpa-steward.dev/exempt-reason=the launch",
        "hpa-steward.dev/exempt-until=" + end);

    fleet.awaitField(".spec.maxReplicas", "100");
    assertThat(fleet.autoscalers()).isEqualTo(GENERATED);

    fleet.awaitField(".spec.maxReplicas", "40");
    assertThat(Instant.now()).isAfter(end);
  }

  @Test
  void itMakesRoomForWhatRunsAndComesDownByItselfWhenFewerRun() {
    Fleet fleet = Fleets.generated().unenforced("Audit");
    fleet.run("delete", "hpa", GENERATED);
    fleet.run("scale", "deployment", "egress", "--replicas=45");

    fleet.mode("Enforce").awaitField(".spec.maxReplicas", "45");

    assertThat(fleet.field("deployment/egress", ".spec.replicas")).isEqualTo("45");
    fleet.run("scale", "deployment", "egress", "--replicas=21");
    fleet.awaitField(".spec.maxReplicas", "21");
    fleet.run("scale", "deployment", "egress", "--replicas=3");
    fleet.awaitField(".spec.maxReplicas", "20");
  }
}
