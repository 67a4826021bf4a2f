package dev.hpasteward.cluster.reconcile;

import static dev.hpasteward.cluster.reconcile.Scene.CREATED;
import static dev.hpasteward.cluster.reconcile.Scene.GENERATED;
import static dev.hpasteward.cluster.reconcile.Scene.egress;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hpasteward.cluster.reconcile.Step.Occasion;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a Deployment gets an HPA, and when ours goes. */
class PlannerTest {

  @Test
  void anOldDeploymentWithoutAnHpaGetsItAtOnce() {
    assertThat(apply(egress().plan()))
        .satisfies(
            apply -> {
              assertThat(apply.name()).isEqualTo(GENERATED);
              assertThat(apply.occasion()).isEqualTo(Occasion.GENERATED);
              assertThat(apply.replaced()).isEmpty();
            });
  }

  @Test
  void aNewDeploymentWaitsForAnHpaOfItsAuthor() {
    Plan early = egress().at(CREATED.plusSeconds(29)).plan();

    assertThat(early).isEqualTo(Plan.nothingUntil(CREATED.plusSeconds(30)));
    assertThat(egress().at(CREATED.plusSeconds(30)).plan().step()).isInstanceOf(Step.Apply.class);
  }

  @Test
  void aClockThatIsFarBehindMakesNobodyWaitUntilItHasCaughtUp() {
    assertThat(egress().at(CREATED.minusSeconds(30)).plan())
        .isEqualTo(Plan.nothingUntil(CREATED.plusSeconds(30)));
    assertThat(egress().at(CREATED.minusSeconds(31)).plan().step()).isInstanceOf(Step.Apply.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"warn", "audit"})
  void whereNothingMayBeChangedNothingIs(String mode) {
    Map<String, String> labels = Map.of("hpa-steward.dev/mode", mode);

    assertThat(egress().namespace(labels).plan()).isEqualTo(Plan.nothing());
    assertThat(egress().replicas(30).settled().replicas(3).namespace(labels).plan())
        .isEqualTo(Plan.nothing());
  }

  @Test
  void inANamespaceThatIsSwitchedOffNothingOfOursStays() {
    Map<String, String> off = Map.of("hpa-steward.dev/mode", "off");

    assertThat(egress().namespace(off).plan()).isEqualTo(Plan.nothing());
    assertThat(egress().settled().namespace(off).plan().notes())
        .containsExactly(Notes.removed(GENERATED, "its namespace is switched off"));
  }

  @Test
  void aNamespaceThatIsNotSeenYetIsWaitedFor() {
    Plan plan = egress().at(CREATED.plusSeconds(60)).namespaceUnknown().plan();

    assertThat(plan).isEqualTo(Plan.nothingUntil(CREATED.plusSeconds(62)));
  }

  @Test
  void aDeploymentWithoutItsLabelLosesItsHpa() {
    Scene scene = egress().settled().unlabelled("hpa-steward.dev/service-type");

    assertThat(scene.plan().notes())
        .containsExactly(Notes.removed(GENERATED, "its Deployment is no longer under policy"));
    assertThat(scene.settled().plan()).isEqualTo(Plan.nothing());
  }

  @Test
  void aChangedLabelChangesTheHpa() {
    Scene scene = egress().settled().labelled("hpa-steward.dev/service-type", "sfu");

    assertThat(apply(scene.plan()).changed())
        .containsExactly("spec.metrics", "spec.behavior.scaleDown.tolerance");
  }

  @Test
  void anUnknownServiceTypeTakesNoHpaAway() {
    Scene scene = egress().settled().labelled("hpa-steward.dev/service-type", "sfuu");

    assertThat(scene.plan()).isEqualTo(Plan.nothing());
  }

  @Test
  void aSelectorOfThePolicyRecognisesADeployment() {
    Scene scene =
        egress()
            .unlabelled("hpa-steward.dev/service-type")
            .policy(
                """
                serviceTypes:
                  media:
                    selector: {matchLabels: {team: voice}}
                    resources: {cpu: {scaleUpAt: 60}}
                """);

    assertThat(scene.plan().step()).isInstanceOf(Step.Apply.class);
  }

  @Test
  void aPauseIsWaitedFor() {
    Scene scene = egress().annotated("hpa-steward.dev/paused-until", "2026-01-01T14:00:00Z");

    assertThat(scene.plan()).isEqualTo(Plan.nothingUntil(Instant.parse("2026-01-01T14:00:00Z")));
    assertThat(scene.at(Instant.parse("2026-01-01T14:00:00Z")).plan().step())
        .isInstanceOf(Step.Apply.class);
  }

  @Test
  void whoPausesWithoutATimeIsLeftAloneAndTold() {
    Scene scene = egress().annotated("hpa-steward.dev/paused-until", "tomorrow");

    assertThat(scene.plan()).isEqualTo(Plan.nothing(Notes.pauseUnreadable("tomorrow")));
  }

  @Test
  void aDeploymentThatIsBeingDeletedIsLeftAlone() {
    assertThat(egress().beingDeleted().plan()).isEqualTo(Plan.nothing());
    assertThat(egress().settled().replicas(30).beingDeleted().plan()).isEqualTo(Plan.nothing());
  }

  @Test
  void anHpaWithOwnerIsLeftToGarbageCollectionWhenItsDeploymentIsGone() {
    assertThat(egress().settled().gone().plan()).isEqualTo(Plan.nothing());
  }

  @Test
  void anOrphanOfOursIsRemoved() {
    Scene scene = egress();
    ObjectNode stored = scene.applied();
    ((ObjectNode) stored.get("metadata")).remove("ownerReferences");

    assertThat(scene.store(stored, false).gone().plan().step()).isInstanceOf(Step.Remove.class);
  }

  @Test
  void whereNothingMayBeChangedAnOrphanStays() {
    Scene scene = egress().namespace(Map.of("hpa-steward.dev/mode", "audit"));
    ObjectNode stored = egress().applied();
    ((ObjectNode) stored.get("metadata")).remove("ownerReferences");

    assertThat(scene.store(stored, false).gone().plan()).isEqualTo(Plan.nothing());
  }

  @Test
  void anHpaThatIsBeingDeletedIsWaitedFor() {
    Scene scene = egress();
    scene.store(scene.applied(), true);

    assertThat(scene.replicas(30).plan()).isEqualTo(Plan.nothing());
  }

  private static Step.Apply apply(Plan plan) {
    assertThat(plan.step()).isInstanceOf(Step.Apply.class);
    return (Step.Apply) plan.step();
  }
}
