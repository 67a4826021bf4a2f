package dev.hpasteward.reconciling;

import static dev.hpasteward.reconciling.Fleet.GENERATED;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A labelled Deployment has its HPA. */
class GeneratedAutoscalerIT {

  @Test
  void theHpaOfAnEgressCarriesExactlyTheStrategysSnippet() {
    Fleet fleet = Fleet.enforced(getClass()).generated();

    assertThat(
            fleet.field(
                ".spec.metrics[*]['resource.name','resource.target.averageUtilization',"
                    + "'pods.metric.name','pods.target.averageValue']"))
        .isEqualTo("cpu memory 50 65 livekit_egress_available 1");
    assertThat(fleet.field(".spec.minReplicas") + " to " + fleet.field(".spec.maxReplicas"))
        .isEqualTo("2 to 20");
    assertThat(fleet.field(".spec.behavior.scaleUp.stabilizationWindowSeconds")).isEqualTo("15");
    assertThat(fleet.field(".spec.behavior.scaleUp.tolerance")).isEqualTo("0");
    assertThat(fleet.field(".spec.behavior.scaleDown.stabilizationWindowSeconds")).isEqualTo("300");
    assertThat(fleet.field(".spec.behavior.scaleDown.tolerance")).isEqualTo("390m");
  }

  @Test
  void itIsOwnedByItsDeploymentAndCopiesOnlyAllowedLabels() {
    Fleet fleet = Fleet.enforced(getClass()).generated();

    assertThat(fleet.field(".metadata.labels"))
        .isEqualTo("{\"app.kubernetes.io/managed-by\":\"hpa-steward\",\"team\":\"voice\"}");
    assertThat(fleet.field(".metadata.ownerReferences[0]['kind','name','controller']"))
        .isEqualTo("Deployment egress true");
    assertThat(fleet.field(".metadata.ownerReferences[0].uid"))
        .isEqualTo(fleet.field("deployment/egress", ".metadata.uid"));
    assertThat(fleet.field(".metadata.annotations['hpa-steward\\.dev/policy-version']"))
        .matches("[0-9a-f]{12}");
    assertThat(
            fleet
                .kubectl()
                .run(
                    "get",
                    "hpa",
                    GENERATED,
                    "--show-managed-fields",
                    "-o",
                    "jsonpath={.metadata.managedFields[?(@.manager==\"hpa-steward\")].operation}")
                .output())
        .isEqualTo("Apply");
  }

  @Test
  void itComesBackWhenItIsDeleted() {
    Fleet fleet = Fleet.enforced(getClass()).generated();
    String first = fleet.field(".metadata.uid");

    fleet.kubectl().run("delete", "hpa", GENERATED).output();

    fleet.awaitField(
        "hpa/" + GENERATED, ".metadata.uid", uid -> !uid.isEmpty() && !uid.equals(first));
  }

  @Test
  void itIsPutRightWhenItIsChangedAndWhatIsNotOursStays() {
    Fleet fleet = Fleet.enforced(getClass()).generated();

    fleet
        .kubectl()
        .run(
            "patch",
            "hpa",
            GENERATED,
            "--type=merge",
            "-p",
            "{\"metadata\":{\"labels\":{\"mine\":\"x\"}},\"spec\":{\"maxReplicas\":7}}")
        .output();

    fleet.awaitField(".spec.maxReplicas", "20");
    assertThat(fleet.field(".metadata.labels.mine")).isEqualTo("x");
    fleet.awaitEvent(
        "Deployment",
        "Normal AutoscalerRepaired: HorizontalPodAutoscaler egress-hpa-steward is again as the"
            + " policy has it; changed: spec.maxReplicas\n");
  }

  @Test
  void itGoesWithItsDeployment() {
    Fleet fleet = Fleet.enforced(getClass()).generated();

    fleet.kubectl().run("delete", "deployment", "egress").output();

    fleet.awaitAutoscalers("");
  }

  @Test
  void aDeploymentAtThirtyReplicasLosesNoPod() {
    Fleet fleet = Fleet.enforced(getClass());
    fleet.apply(
        Fleet.deployment("").replace("spec:\n  selector", "spec:\n  replicas: 30\n  selector"));

    fleet.awaitAutoscalers(GENERATED);

    assertThat(fleet.field(".spec.maxReplicas")).isEqualTo("30");
    assertThat(fleet.field("deployment/egress", ".spec.replicas")).isEqualTo("30");
    fleet.awaitEvent(
        "Deployment",
        "Warning MaxReplicasRaised: 30 replicas run and at most 20 are wanted; maxReplicas is 30"
            + " until fewer run, so that no pod is cut\n");
    fleet.kubectl().run("scale", "deployment", "egress", "--replicas=12").output();
    fleet.awaitField(".spec.maxReplicas", "20");
  }
}
