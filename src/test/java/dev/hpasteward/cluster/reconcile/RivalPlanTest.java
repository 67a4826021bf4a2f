package dev.hpasteward.cluster.reconcile;

import static dev.hpasteward.cluster.reconcile.Scene.GENERATED;
import static dev.hpasteward.cluster.reconcile.Scene.egress;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hpasteward.cluster.reconcile.Step.Occasion;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What else scales a Deployment, and whose it is. */
class RivalPlanTest {

  @Test
  void anotherHpaKeepsOursAway() {
    assertThat(egress().foreign("mine", "{}").plan().step()).isInstanceOf(Step.Nothing.class);
  }

  @Test
  void whenAnotherHpaComesOursGoesAndWhenItGoesOursComes() {
    Scene scene = egress().settled().foreign("mine", "{}");

    assertThat(scene.plan().step()).isInstanceOf(Step.Remove.class);
    assertThat(scene.plan().notes())
        .containsExactly(
            Notes.removed(GENERATED, "HorizontalPodAutoscaler mine scales the Deployment too"));
    assertThat(scene.settled().plan().step()).isInstanceOf(Step.Nothing.class);
    assertThat(scene.without("mine").plan().step()).isInstanceOf(Step.Apply.class);
  }

  @Test
  void aScaledObjectKeepsOursAway() {
    Scene scene = egress().settled().scaledObject("queue");

    assertThat(scene.plan().notes())
        .containsExactly(Notes.removed(GENERATED, "ScaledObject queue scales the Deployment too"));
    assertThat(scene.settled().plan()).isEqualTo(Plan.nothing());
  }

  @Test
  void kedaIsLetInBesideOurs() {
    assertThat(
            apply(egress().plan())
                .body()
                .at("/metadata/annotations")
                .path("validations.keda.sh/hpa-ownership")
                .asText())
        .isEqualTo("false");
  }

  @Test
  void aForeignHpaThatBreaksThePolicyIsTold() {
    Scene scene = egress();
    ObjectNode hpa = scene.applied();
    ((ObjectNode) hpa.get("metadata")).remove(List.of("managedFields", "ownerReferences"));
    ((ObjectNode) hpa.get("metadata")).put("name", "mine");
    ((ObjectNode) hpa.at("/spec/metrics/0/resource/target")).put("averageUtilization", 90);

    assertThat(scene.store(hpa, false).plan().notes())
        .singleElement()
        .satisfies(
            note -> {
              assertThat(note.kind()).isEqualTo(Note.Kind.BREAKS_POLICY);
              assertThat(note.text())
                  .isEqualTo(
                      "HorizontalPodAutoscaler mine breaks the policy and is left as it is:"
                          + " cpu-target: spec.metrics[0].resource.target.averageUtilization: found"
                          + " 90, allowed 31 to 50");
            });
  }

  @Test
  void anotherHpaOfOurNameIsNeverTouched() {
    Scene scene = egress();
    ObjectNode hpa = scene.applied();
    ((ObjectNode) hpa.get("metadata")).remove("managedFields");
    ((ObjectNode) hpa.at("/spec/scaleTargetRef")).put("name", "other");

    assertThat(scene.store(hpa, false).plan()).isEqualTo(Plan.nothing(Notes.nameTaken(GENERATED)));
  }

  @Test
  void aSpoofedHpaIsSomebodyElses() {
    Scene scene = egress();
    ObjectNode hpa = scene.applied();
    ((ObjectNode) hpa.get("metadata")).remove("managedFields");
    ((ObjectNode) hpa.get("spec")).put("maxReplicas", 7);

    assertThat(scene.store(hpa, false).plan().step()).isInstanceOf(Step.Nothing.class);
    assertThat(scene.namespace(Map.of("hpa-steward.dev/mode", "off")).plan())
        .isEqualTo(Plan.nothing());
  }

  @Test
  void theHpaOfAnEarlierDeploymentIsLeftToGarbageCollection() {
    Scene scene = egress().settled().uid("22222222-2222-2222-2222-222222222222");

    assertThat(scene.plan()).isEqualTo(Plan.nothing());
    assertThat(scene.without(GENERATED).plan().step()).isInstanceOf(Step.Apply.class);
  }

  @Test
  void anHpaIsAdoptedOnlyIfItAsks() {
    Scene scene = egress().foreign("mine", "{\"hpa-steward.dev/adopt\": \"true\"}");
    Step.Apply adopted = apply(scene.plan());

    assertThat(adopted.name()).isEqualTo("mine");
    assertThat(adopted.occasion()).isEqualTo(Occasion.ADOPTED);
    assertThat(adopted.replaced()).isPresent();
    assertThat(egress().foreign("mine", "{\"hpa-steward.dev/adopt\": \"yes\"}").plan().step())
        .isInstanceOf(Step.Nothing.class);
  }

  @Test
  void oursGoesBeforeAnotherIsAdopted() {
    Scene scene = egress().settled().foreign("mine", "{\"hpa-steward.dev/adopt\": \"true\"}");

    assertThat(scene.plan().notes())
        .containsExactly(Notes.removed(GENERATED, "another one is adopted in its place"));
    assertThat(apply(scene.settled().plan()).occasion()).isEqualTo(Occasion.ADOPTED);
  }

  @Test
  void anHpaThatGitHoldsIsNotAdoptedAndOursGoes() {
    Scene scene =
        egress()
            .settled()
            .foreign(
                "mine",
                "{\"hpa-steward.dev/adopt\": \"true\", \"argocd.argoproj.io/tracking-id\": \"a\"}");

    assertThat(scene.plan().step()).isInstanceOf(Step.Remove.class);
    assertThat(scene.settled().plan().step()).isInstanceOf(Step.Nothing.class);
    assertThat(scene.plan().notes()).contains(Notes.notAdopted("mine"));
  }

  @Test
  void oursGoesForARivalEvenDuringAPause() {
    Scene scene =
        egress()
            .settled()
            .annotated("hpa-steward.dev/paused-until", "2030-01-01")
            .foreign("mine", "{}");

    assertThat(scene.plan().step()).isInstanceOf(Step.Remove.class);
    assertThat(scene.settled().plan().step()).isInstanceOf(Step.Nothing.class);
  }

  @Test
  void oursGoesForARivalOfAnUnclearDeployment() {
    Scene scene =
        egress().settled().labelled("hpa-steward.dev/service-type", "sfuu").foreign("mine", "{}");

    assertThat(scene.plan().step()).isInstanceOf(Step.Remove.class);
  }

  @Test
  void oursGoesForARivalAtOnceAndForAPolicyInItsTurn() {
    String another = "serviceTypes: {sip: {resources: {cpu: {scaleUpAt: 60}}}}";
    String same = "serviceTypes: {livekit-egress: {resources: {cpu: {scaleUpAt: 60}}}}";

    assertThat(egress().settled().policy(same).foreign("mine", "{}").plan().step())
        .isInstanceOfSatisfying(Step.Remove.class, remove -> assertThat(remove.paced()).isFalse());
    assertThat(
            egress()
                .settled()
                .policy(another)
                .unlabelled("hpa-steward.dev/service-type")
                .plan()
                .step())
        .isInstanceOfSatisfying(Step.Remove.class, remove -> assertThat(remove.paced()).isTrue());
  }

  @Test
  void anAdoptedHpaIsNeverDeletedWhateverItsName() {
    for (String name : List.of("mine", GENERATED)) {
      Scene scene = egress().foreign(name, "{\"hpa-steward.dev/adopt\": \"true\"}");
      ObjectNode adopted = scene.applied();
      ((ObjectNode) adopted.get("metadata"))
          .putObject("annotations")
          .put("hpa-steward.dev/adopt", "true");
      scene.store(adopted, false);

      assertThat(scene.namespace(Map.of("hpa-steward.dev/mode", "off")).plan())
          .isEqualTo(Plan.nothing());
      assertThat(scene.namespace(Map.of()).foreign("second", "{}").plan().step())
          .isInstanceOf(Step.Nothing.class);
    }
  }

  @Test
  void ofTwoThatAskNoneIsAdopted() {
    Scene scene =
        egress()
            .foreign("a", "{\"hpa-steward.dev/adopt\": \"true\"}")
            .foreign("b", "{\"hpa-steward.dev/adopt\": \"true\"}");

    assertThat(scene.plan().step()).isInstanceOf(Step.Nothing.class);
  }

  private static Step.Apply apply(Plan plan) {
    assertThat(plan.step()).isInstanceOf(Step.Apply.class);
    return (Step.Apply) plan.step();
  }
}
