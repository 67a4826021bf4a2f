package dev.hpasteward.reconciling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** An HPA that somebody else wrote before the policy held. */
class ForeignAutoscalerIT {

  private static final String SPECIFICATION = "['metadata.uid','spec']";

  private static final String BROKEN =
      "Warning AutoscalerBreaksPolicy: HorizontalPodAutoscaler mine breaks the policy and is left as"
          + " it is: cpu-target: ";

  @Test
  void oneThatBreaksThePolicyIsReportedAndNotTouched() {
    Fleet fleet = withForeign("");
    String before = fleet.field("hpa/mine", SPECIFICATION);

    fleet.mode("Enforce");

    fleet.awaitEvent("Deployment", BROKEN).awaitEvent("HorizontalPodAutoscaler", BROKEN);
    assertThat(fleet.field("hpa/mine", SPECIFICATION)).isEqualTo(before);
    assertThat(fleet.autoscalers()).isEqualTo("mine");
    assertThat(fleet.autoscalerWrites()).isEmpty();
  }

  @Test
  void itIsTakenOverOnceItsAnnotationAsksForIt() {
    Fleet fleet = withForeign("").mode("Enforce").awaitEvent("Deployment", BROKEN);

    fleet.annotate("hpa/mine", "hpa-steward.dev/adopt=true");

    fleet.awaitField(
        "hpa/mine", ".spec.metrics[0].resource.target.averageUtilization", "50"::equals);
    assertThat(fleet.autoscalers()).isEqualTo("mine");
    fleet.awaitEvent(
        "HorizontalPodAutoscaler",
        "Normal AutoscalerAdopted: took over HorizontalPodAutoscaler mine, as its annotation"
            + " hpa-steward.dev/adopt asks\n");

    fleet.patch("hpa/mine", "{\"spec\":{\"maxReplicas\":7}}");
    fleet.awaitField("hpa/mine", ".spec.maxReplicas", "20"::equals);
  }

  @Test
  void oneThatIsTakenOverCutsNoPodEvenAboveTheCeiling() {
    Fleet fleet = withForeign("annotations: {hpa-steward.dev/adopt: \"true\"}");
    fleet.run("scale", "deployment", "egress", "--replicas=45");

    fleet.mode("Enforce").awaitField("hpa/mine", ".spec.maxReplicas", "45"::equals);
  }

  @Test
  void anyOtherAnswerThanTrueIsNoAdoption() {
    Fleet fleet = withForeign("annotations: {hpa-steward.dev/adopt: \"yes\"}");

    fleet.mode("Enforce").awaitEvent("Deployment", BROKEN);

    assertThat(fleet.autoscalerWrites()).isEmpty();
  }

  @Test
  void oneThatGitHoldsIsNotTakenOver() {
    Fleet fleet =
        withForeign(
            """
            labels: {kustomize.toolkit.fluxcd.io/name: egress}
            annotations: {hpa-steward.dev/adopt: "true"}
            """);

    fleet.mode("Enforce");

    fleet.awaitEvent(
        "Deployment",
        "Warning AutoscalerNotAdopted: HorizontalPodAutoscaler mine is not adopted, since Argo CD or"
            + " Flux holds it and would write it back; take it out of Git, or remove"
            + " hpa-steward.dev/adopt\n");
    assertThat(fleet.autoscalerWrites()).isEmpty();
  }

  /** A Deployment and the HPA {@code mine}, which wants 80 % CPU, where nothing is enforced yet. */
  private static Fleet withForeign(String metadata) {
    return Fleet.in(ForeignAutoscalerIT.class, "Audit")
        .unenforced("Audit")
        .apply(Fleet.deployment(""))
        .apply(Fleet.autoscaler("mine", 80, metadata));
  }
}
