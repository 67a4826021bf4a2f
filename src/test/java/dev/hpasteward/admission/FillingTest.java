package dev.hpasteward.admission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hpasteward.model.Surroundings.Target;
import dev.hpasteward.policy.Corrections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an author of an autoscaler left out is filled in; what is there stays. */
class FillingTest {

  private static final String BEHAVIOR =
      "{\"scaleUp\":{\"stabilizationWindowSeconds\":15,\"tolerance\":\"0\"},"
          + "\"scaleDown\":{\"stabilizationWindowSeconds\":300,\"tolerance\":\"0.39\","
          + "\"policies\":[{\"periodSeconds\":60,\"type\":\"Pods\",\"value\":1},"
          + "{\"periodSeconds\":60,\"type\":\"Percent\",\"value\":10}]}}";

  private final InnerDoor door = new InnerDoor(WrittenStrategy.policy());

  @Test
  void aCreatedHpaGetsTheBehaviorThatItLacks() {
    Reply reply = door.mutate(ReviewText.create(Manifests.egress()));

    assertThat(reply.allowed()).isTrue();
    assertThat(reply.patch().toString())
        .isEqualTo("[{\"op\":\"add\",\"path\":\"/spec/behavior\",\"value\":" + BEHAVIOR + "}]");
    assertThat(reply.warnings()).isEmpty();
  }

  @Test
  void tolerancesAreLeftOutWhereTheApiServerWouldDropThem() {
    door.features.answer(() -> false);

    JsonNode behavior = door.mutate(ReviewText.create(Manifests.egress())).patch().at("/0/value");

    assertThat(behavior.findValues("tolerance")).isEmpty();
    assertThat(behavior.at("/scaleUp/stabilizationWindowSeconds").intValue()).isEqualTo(15);
  }

  @Test
  void missingMetricsAreAppended() {
    ObjectNode egress = Manifests.egress();
    ((ObjectNode) egress.get("spec")).putArray("metrics");

    JsonNode patch = door.mutate(ReviewText.create(egress)).patch();

    assertThat(patch.findValuesAsText("path"))
        .containsExactly("/spec/metrics/0", "/spec/metrics/1", "/spec/metrics/2", "/spec/behavior");
    assertThat(patch.at("/2/value/pods/metric/name").asText())
        .isEqualTo("livekit_egress_available");
  }

  @Test
  void metricsOfATrackedHpaAreGits() {
    ObjectNode egress = Manifests.egress();
    ((ObjectNode) egress.get("metadata"))
        .putObject("annotations")
        .put("argocd.argoproj.io/tracking-id", "media:egress");
    ((ObjectNode) egress.get("spec")).putArray("metrics");

    Reply reply = door.mutate(ReviewText.create(egress));

    assertThat(reply.patch().findValuesAsText("path")).containsExactly("/spec/behavior");
  }

  @Test
  void anUpdateThatChangesTheSpecIsFilledIn() {
    ObjectNode changed = Manifests.egress();
    ((ObjectNode) changed.get("spec")).put("maxReplicas", 30);

    Reply reply = door.mutate(ReviewText.update(changed, Manifests.egress()));

    assertThat(reply.patch().findValuesAsText("path")).containsExactly("/spec/behavior");
  }

  @Test
  void anUpdateThatLeavesTheSpecAloneIsLeftAlone() {
    ObjectNode changed = Manifests.egress();
    ((ObjectNode) changed.at("/metadata/labels")).put("team", "media");

    assertThat(door.mutate(ReviewText.update(changed, Manifests.egress())).patch()).isEmpty();
  }

  @Test
  void anObjectOnItsWayOutIsLeftAlone() {
    ObjectNode leaving = Manifests.egress();
    ((ObjectNode) leaving.get("metadata")).put("deletionTimestamp", "2026-03-01T12:00:00Z");
    ((ObjectNode) leaving.get("spec")).put("maxReplicas", 30);

    assertThat(door.mutate(ReviewText.update(leaving, Manifests.egress())).patch()).isEmpty();
  }

  @Test
  void aPolicyWithoutCorrectionsChangesNothing() {
    InnerDoor silent = new InnerDoor(WrittenStrategy.policy(Corrections.NONE));

    assertThat(silent.mutate(ReviewText.create(Manifests.egressWithCpu(80))).patch()).isEmpty();
    assertThat(silent.mutate(ReviewText.create(Manifests.sfu())).patch()).isEmpty();
    assertThat(silent.validate(ReviewText.create(Manifests.egressWithCpu(80))).code())
        .isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mutate", "validate"})
  void anUngovernedHpaIsLeftAlone(String webhook) {
    ObjectNode foreign = Manifests.unlabelledEgress();
    ((ObjectNode) foreign.at("/spec/metrics/0/resource/target")).put("averageUtilization", 95);
    door.targets.answer(ScriptedTargets.found(Map.of("app", "other")));

    ObjectNode review = ReviewText.create(foreign);
    Reply reply = webhook.equals("mutate") ? door.mutate(review) : door.validate(review);

    assertThat(reply.allowed()).isTrue();
    assertThat(reply.patch()).isEmpty();
    assertThat(reply.warnings()).isEmpty();
  }

  @Test
  void anHpaOfAnUnknownTypeIsLeftAlone() {
    ObjectNode egress = Manifests.egress();
    ((ObjectNode) egress.at("/metadata/labels")).put("hpa-steward.dev/service-type", "egres");

    assertThat(door.mutate(ReviewText.create(egress)).patch()).isEmpty();
  }

  @Test
  void anHpaIsFilledInByTheTypeOfItsTarget() {
    door.targets.answer(ScriptedTargets.labelled("livekit-egress"));

    assertThat(
            door.mutate(ReviewText.create(Manifests.unlabelledEgress()))
                .patch()
                .findValuesAsText("path"))
        .containsExactly("/spec/behavior");
  }

  @Test
  void anHpaWhoseTargetNobodyKnowsIsLeftAlone() {
    door.targets.answer(new Target.Unknown());

    Reply reply = door.mutate(ReviewText.create(Manifests.unlabelledEgress()));

    assertThat(reply.allowed()).isTrue();
    assertThat(reply.patch()).isEmpty();
    assertThat(reply.warnings()).isEmpty();
  }
}
