package dev.hpasteward.cluster.reconcile;

import static dev.hpasteward.cluster.reconcile.Scene.egress;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hpasteward.cluster.reconcile.Step.Occasion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a stored HPA of ours has to become. */
class KeptRightTest {

  @Test
  void whereAllIsRightNothingIsWritten() {
    assertThat(egress().settled().plan()).isEqualTo(Plan.nothing());
    assertThat(egress().withoutTolerances().settled().plan()).isEqualTo(Plan.nothing());
  }

  @ParameterizedTest
  @CsvSource({
    "/spec, maxReplicas, 7, spec.maxReplicas",
    "/spec, minReplicas, 1, spec.minReplicas",
    "/spec/scaleTargetRef, name, other, spec.scaleTargetRef",
    "/spec/metrics/0/resource/target, averageUtilization, 80, spec.metrics",
    "/spec/behavior/scaleUp, stabilizationWindowSeconds, 60,"
        + " spec.behavior.scaleUp.stabilizationWindowSeconds",
    "/spec/behavior/scaleUp, selectPolicy, Disabled, spec.behavior.scaleUp.selectPolicy",
    "/spec/behavior/scaleUp, tolerance, 0.5, spec.behavior.scaleUp.tolerance",
    "/spec/behavior/scaleDown, stabilizationWindowSeconds, 0,"
        + " spec.behavior.scaleDown.stabilizationWindowSeconds",
    "/spec/behavior/scaleDown, tolerance, 0.1, spec.behavior.scaleDown.tolerance",
    "/spec/behavior/scaleDown/policies/0, value, 9, spec.behavior.scaleDown.policies",
    "/metadata/labels, app.kubernetes.io/managed-by, me, metadata.labels",
  })
  void whatSomebodyChangesIsPutRight(String holder, String field, String value, String changed) {
    Scene scene = egress();
    ObjectNode stored = scene.applied();
    ObjectNode at = (ObjectNode) stored.at(holder);
    if (value.matches("[0-9]+")) {
      at.put(field, Integer.parseInt(value));
    } else {
      at.put(field, value);
    }
    Step.Apply repair = apply(scene.store(stored, false).plan());

    assertThat(repair.occasion()).isEqualTo(Occasion.REPAIRED);
    assertThat(repair.changed()).containsExactly(changed);
    assertThat(repair.replaced()).isPresent();
  }

  @Test
  void aMissingOwnerIsPutRight() {
    Scene scene = egress();
    ObjectNode stored = scene.applied();
    ((ObjectNode) stored.get("metadata")).remove("ownerReferences");

    assertThat(apply(scene.store(stored, false).plan()).changed())
        .containsExactly("metadata.ownerReferences");
  }

  @Test
  void fieldsThatAreNotOursAreLeftAlone() {
    Scene scene = egress();
    ObjectNode stored = scene.applied();
    ((ObjectNode) stored.at("/metadata/labels")).put("team", "x");
    ((ObjectNode) stored.at("/metadata/annotations")).put("note", "x");

    assertThat(scene.store(stored, false).plan()).isEqualTo(Plan.nothing());
  }

  @Test
  void aCopiedLabelGoesWithThatOfTheDeployment() {
    String policy =
        """
        serviceTypes: {livekit-egress: {resources: {cpu: {scaleUpAt: 60}}}}
        generation: {copyLabels: [team]}
        """;
    Scene scene = egress().policy(policy).settled();

    assertThat(scene.plan()).isEqualTo(Plan.nothing());
    assertThat(apply(scene.unlabelled("team").plan()).changed()).containsExactly("metadata.labels");
  }

  @Test
  void anHpaFollowsAnotherPolicy() {
    Scene scene =
        egress()
            .settled()
            .policy("serviceTypes: {livekit-egress: {resources: {cpu: {scaleUpAt: 60}}}}");

    Step.Apply apply = apply(scene.plan());

    assertThat(apply.occasion()).isEqualTo(Occasion.POLICY_CHANGED);
    assertThat(scene.settled().plan()).isEqualTo(Plan.nothing());
  }

  @Test
  void runningReplicasAreNeverAboveTheMaximum() {
    Scene scene = egress().replicas(30);

    assertThat(apply(scene.plan()).body().at("/spec/maxReplicas").asInt()).isEqualTo(30);
    assertThat(kinds(scene.plan())).containsExactly(Note.Kind.GENERATED, Note.Kind.MAXIMUM_RAISED);
  }

  @Test
  void onlyAMaximumBelowTheRunningReplicasIsUrgent() {
    assertThat(apply(egress().settled().replicas(21).plan()).urgent()).isTrue();
    assertThat(apply(egress().replicas(30).settled().replicas(20).plan()).urgent()).isFalse();
    assertThat(apply(egress().replicas(30).plan()).urgent()).isFalse();
  }

  @Test
  void theMaximumComesDownWithTheReplicas() {
    Scene scene = egress().replicas(30).settled();

    assertThat(apply(scene.replicas(25).plan()).body().at("/spec/maxReplicas").asInt())
        .isEqualTo(25);
    assertThat(apply(scene.settled().replicas(9).plan()).body().at("/spec/maxReplicas").asInt())
        .isEqualTo(20);
    assertThat(scene.settled().plan()).isEqualTo(Plan.nothing());
  }

  @Test
  void anExemptionFromTheBoundsHoldsUntilItsEnd() {
    String policy =
        """
        serviceTypes:
          livekit-egress:
            resources: {cpu: {scaleUpAt: 50}}
            replicas: {min: 2, max: 20, floor: 2, ceiling: 30}
        """;
    Scene scene =
        egress()
            .policy(policy)
            .annotated("hpa-steward.dev/max-replicas", "50")
            .annotated("hpa-steward.dev/exempt", "replica-bounds")
            .annotated("hpa-steward.dev/exempt-reason", "OPS-1 launch")
            .annotated("hpa-steward.dev/exempt-until", "2026-01-02T00:00:00Z");

    assertThat(apply(scene.plan()).body().at("/spec/maxReplicas").asInt()).isEqualTo(50);
    assertThat(scene.plan().again()).isEqualTo(Optional.of(Instant.parse("2026-01-02T00:00:00Z")));
    scene.settled().at(Instant.parse("2026-01-02T00:00:00Z"));
    assertThat(apply(scene.plan()).body().at("/spec/maxReplicas").asInt()).isEqualTo(30);
  }

  private static Step.Apply apply(Plan plan) {
    assertThat(plan.step()).isInstanceOf(Step.Apply.class);
    return (Step.Apply) plan.step();
  }

  private static List<Note.Kind> kinds(Plan plan) {
    return plan.notes().stream().map(Note::kind).toList();
  }
}
