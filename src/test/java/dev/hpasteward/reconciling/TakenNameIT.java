package dev.hpasteward.reconciling;

import static dev.hpasteward.reconciling.Fleet.GENERATED;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What has the name of ours, or looks like ours, is still its author's. */
class TakenNameIT {

  private static final String TAKEN =
      "Warning AutoscalerNameTaken: no HorizontalPodAutoscaler can be generated: one of the name"
          + " egress-hpa-steward exists and is not ours; delete or rename it\n";

  @Test
  void anHpaThatHasTheNameOfOursIsLeftAloneAndOursComesWhenItGoes() {
    Fleet fleet = Fleets.generated().unenforced("Audit");
    fleet.run("delete", "hpa", GENERATED);
    fleet.apply(another(""));

    staysUntilItGoes(fleet);
  }

  @Test
  void oneThatClaimsToBeOursIsNot() {
    Fleet fleet = Fleets.generated().unenforced("Audit");
    fleet.run("delete", "hpa", GENERATED);
    fleet.apply(another(claim(fleet)));

    staysUntilItGoes(fleet);
  }

  @Test
  void oneThatClaimsToBeOursAndScalesTheDeploymentIsAForeignOne() {
    Fleet fleet = Fleets.generated().unenforced("Audit");
    fleet.run("delete", "hpa", GENERATED);
    fleet.apply(Fleet.autoscaler(GENERATED, 80, claim(fleet)));
    String uid = fleet.field(".metadata.uid");

    fleet.mode("Enforce").awaitEvent("Deployment", "AutoscalerBreaksPolicy");

    assertThat(fleet.field(".metadata.uid")).isEqualTo(uid);
    assertThat(fleet.autoscalerWrites()).hasSize(1);
    fleet.run("delete", "hpa", GENERATED);
    fleet.awaitField(".spec.metrics[0].resource.target.averageUtilization", "50");
  }

  private static void staysUntilItGoes(Fleet fleet) {
    String before = fleet.field("['metadata.uid','spec']");

    fleet.mode("Enforce").awaitEvent("Deployment", TAKEN);

    assertThat(fleet.field("['metadata.uid','spec']")).isEqualTo(before);
    assertThat(fleet.autoscalerWrites()).hasSize(1);

    fleet.run("delete", "hpa", GENERATED);

    fleet.awaitField(".spec.scaleTargetRef.name", "egress");
  }

  /** An HPA of that name, which scales something that the policy does not know. */
  private static String another(String metadata) {
    return Fleet.autoscaler(GENERATED, 50, metadata)
        .replace("kind: Deployment, name: egress}", "kind: StatefulSet, name: other}");
  }

  private static String claim(Fleet fleet) {
    return """
        labels: {app.kubernetes.io/managed-by: hpa-steward}
        ownerReferences:
        - {apiVersion: apps/v1, kind: Deployment, name: egress, uid: %s, controller: true}
        """
        .formatted(fleet.field("deployment/egress", ".metadata.uid"));
  }
}
