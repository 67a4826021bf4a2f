package dev.hpasteward.admission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hpasteward.model.Surroundings.Target;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An autoscaler without our label is judged by its Deployment's, if that can be found. */
class TargetLookupTest {

  private final InnerDoor door = new InnerDoor(WrittenStrategy.policy());

  private static ObjectNode unlabelledWithCpu(int target) {
    ObjectNode egress = Manifests.egressWithCpu(target);
    ((ObjectNode) egress.get("metadata")).remove("labels");
    return egress;
  }

  @Test
  void theTargetsLabelCounts() {
    door.targets.answer(ScriptedTargets.labelled("livekit-egress"));

    Reply reply = door.validate(ReviewText.create(unlabelledWithCpu(80)));

    assertThat(reply.code()).isEqualTo(403);
    assertThat(reply.message()).contains("strategy for livekit-egress", "cpu-target");
    assertThat(door.targets.asked()).containsExactly("media/egress");
  }

  @Test
  void itsOwnLabelGoesFirstAndTheContradictionIsTold() {
    door.targets.answer(ScriptedTargets.labelled("sfu"));

    Reply reply = door.validate(ReviewText.create(Manifests.egressWithCpu(80)));

    assertThat(reply.message())
        .contains(
            "strategy for livekit-egress",
            "service-type-mismatch: metadata.labels[hpa-steward.dev/service-type]: found \"livekit-egress\", allowed sfu, as Deployment egress says");
  }

  @Test
  void theNamespaceOfTheRequestCountsWhereTheObjectHasNone() {
    ObjectNode egress = unlabelledWithCpu(80);
    ((ObjectNode) egress.get("metadata")).remove("namespace");
    door.targets.answer(ScriptedTargets.labelled("livekit-egress"));

    assertThat(door.validate(ReviewText.create(egress)).code()).isEqualTo(403);
    assertThat(door.targets.asked()).containsExactly("media/egress");
  }

  static Stream<Target> nothingToJudgeBy() {
    return Stream.of(
        new Target.Missing(),
        new Target.NotLookedUp(),
        ScriptedTargets.found(Map.of("app", "egress")));
  }

  @ParameterizedTest
  @MethodSource("nothingToJudgeBy")
  void withoutALabelAnywhereItPassesInSilence(Target target) {
    door.targets.answer(target);

    Reply reply = door.validate(ReviewText.create(unlabelledWithCpu(80)));

    assertThat(reply.allowed()).isTrue();
    assertThat(reply.warnings()).isEmpty();
  }

  @Test
  void aTargetThatCouldNotBeLookedUpIsAWarning() {
    door.targets.answer(new Target.Unknown());

    Reply reply = door.validate(ReviewText.create(unlabelledWithCpu(80)));

    assertThat(reply.allowed()).isTrue();
    assertThat(reply.warnings())
        .containsExactly(
            "hpa-steward: not checked: Deployment egress could not be looked up in time");
  }

  @Test
  void aLabelledHpaIsToldThatItsTargetIsMissing() {
    door.targets.answer(new Target.Missing());

    Reply reply = door.validate(ReviewText.create(Manifests.egress()));

    assertThat(reply.allowed()).isTrue();
    assertThat(reply.warnings())
        .contains("target-not-found: there is no Deployment \"egress\" in this namespace");
  }

  @Test
  void aLabelledHpaIsJudgedEvenIfItsTargetCouldNotBeLookedUp() {
    door.targets.answer(new Target.Unknown());

    Reply reply = door.validate(ReviewText.create(Manifests.egressWithCpu(80)));

    assertThat(reply.code()).isEqualTo(403);
    assertThat(reply.warnings()).noneMatch(warning -> warning.startsWith("hpa-steward"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"apps/v1", "apps/v1beta1", "apps/v7"})
  void theVersionOfTheTargetIsIgnored(String apiVersion) {
    ObjectNode egress = unlabelledWithCpu(80);
    ((ObjectNode) egress.at("/spec/scaleTargetRef")).put("apiVersion", apiVersion);
    door.targets.answer(ScriptedTargets.labelled("livekit-egress"));

    assertThat(door.validate(ReviewText.create(egress)).code()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{apiVersion: apps/v1, kind: StatefulSet, name: egress}",
        "{apiVersion: apps/v1, kind: deployment, name: egress}",
        "{apiVersion: v1, kind: Deployment, name: egress}",
        "{apiVersion: example.com/v1, kind: Deployment, name: egress}",
        "{}"
      })
  void whatIsNoDeploymentIsNotAskedFor(String reference) {
    ObjectNode egress = unlabelledWithCpu(80);
    ((ObjectNode) egress.get("spec")).set("scaleTargetRef", Manifests.parse(reference));

    assertThat(door.validate(ReviewText.create(egress)).allowed()).isTrue();
    assertThat(door.targets.asked()).isEmpty();
  }

  @Test
  void aLabelledHpaIsJudgedWhateverItTargets() {
    ObjectNode egress = Manifests.egressWithCpu(80);
    ((ObjectNode) egress.at("/spec/scaleTargetRef")).put("kind", "StatefulSet");

    assertThat(door.validate(ReviewText.create(egress)).code()).isEqualTo(403);
  }
}
