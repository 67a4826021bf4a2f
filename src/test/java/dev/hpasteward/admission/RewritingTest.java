package dev.hpasteward.admission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hpasteward.policy.Corrections;
import io.fabric8.zjsonpatch.JsonPatch;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the policy says so, what contradicts it is corrected, and told. */
class RewritingTest {

  private final InnerDoor door =
      new InnerDoor(
          WrittenStrategy.policy(Corrections.REWRITE, OptionalInt.of(2), OptionalInt.of(50)));

  private static ObjectNode contradicting() {
    ObjectNode egress = Manifests.egressWithCpu(80);
    ObjectNode spec = (ObjectNode) egress.get("spec");
    spec.put("minReplicas", 1);
    ((ObjectNode) egress.at("/spec/metrics/1/resource/target"))
        .put("type", "AverageValue")
        .put("averageValue", "2Gi")
        .remove("averageUtilization");
    ((ObjectNode) egress.at("/spec/metrics/2/pods/target")).put("averageValue", "3");
    ObjectNode behavior = spec.putObject("behavior");
    behavior
        .putObject("scaleUp")
        .put("stabilizationWindowSeconds", 400)
        .put("selectPolicy", "Disabled")
        .put("tolerance", "0.5");
    behavior.putObject("scaleDown").put("stabilizationWindowSeconds", 30);
    return egress;
  }

  @Test
  void everyCorrectionIsListedOnceAndTheResultPasses() {
    ObjectNode before = contradicting();

    Reply mutated = door.mutate(ReviewText.create(before));

    assertThat(mutated.warnings())
        .containsExactly(
            "cpu-target: corrected spec.metrics[0].resource.target.averageUtilization from 80 to"
                + " 50",
            "metric-type: corrected spec.metrics[1].resource.target from averageValue 2Gi to"
                + " averageUtilization 65",
            "custom-metric-target: corrected spec.metrics[2].pods.target.averageValue from 3 to 1",
            "scale-up-window: corrected spec.behavior.scaleUp.stabilizationWindowSeconds from 400"
                + " to 15",
            "scale-down-window: corrected spec.behavior.scaleDown.stabilizationWindowSeconds from"
                + " 30 to 300",
            "scale-up-disabled: corrected spec.behavior.scaleUp.selectPolicy from Disabled to Max",
            "scale-up-tolerance: corrected spec.behavior.scaleUp.tolerance from 0.5 to 0",
            "replica-bounds: corrected spec.minReplicas from 1 to 2");
    JsonNode after = JsonPatch.apply(mutated.patch(), before);
    assertThat(after.at("/spec/metrics/1/resource/target").toString())
        .isEqualTo("{\"type\":\"Utilization\",\"averageUtilization\":65}");
    Reply validated = door.validate(ReviewText.create(after));
    assertThat(validated.allowed()).isTrue();
    assertThat(validated.warnings())
        .allSatisfy(warning -> assertThat(warning).startsWith("inverted-metric: "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"annotations\":{\"argocd.argoproj.io/tracking-id\":\"media:egress\"}}",
        "{\"labels\":{\"kustomize.toolkit.fluxcd.io/name\":\"apps\"}}",
        "{\"labels\":{\"helm.toolkit.fluxcd.io/name\":\"egress\"}}"
      })
  void whatGitHoldsIsRefusedAndNeverRewritten(String tracking) {
    ObjectNode tracked = contradicting();
    Manifests.parse(tracking)
        .properties()
        .forEach(
            entry ->
                ((ObjectNode) tracked.get("metadata"))
                    .withObjectProperty(entry.getKey())
                    .setAll((ObjectNode) entry.getValue()));

    Reply mutated = door.mutate(ReviewText.create(tracked));

    assertThat(mutated.patch().findValuesAsText("op")).containsOnly("add");
    assertThat(mutated.warnings()).isEmpty();
    assertThat(door.validate(ReviewText.create(JsonPatch.apply(mutated.patch(), tracked))).code())
        .isEqualTo(403);
  }

  @Test
  void maxReplicasIsNeverLowered() {
    ObjectNode large = Manifests.egress();
    ((ObjectNode) large.get("spec")).put("maxReplicas", 500);

    Reply mutated = door.mutate(ReviewText.create(large));

    assertThat(mutated.patch().findValuesAsText("path")).containsExactly("/spec/behavior");
    assertThat(mutated.warnings()).isEmpty();
    assertThat(door.validate(ReviewText.create(large)).message())
        .contains("replica-bounds: spec.maxReplicas: found 500, allowed at most 50");
  }

  @Test
  void anUpdateThatLeavesTheSpecAloneIsLeftAlone() {
    ObjectNode changed = contradicting();
    ((ObjectNode) changed.at("/metadata/labels")).put("team", "media");

    Reply mutated = door.mutate(ReviewText.update(changed, contradicting()));

    assertThat(mutated.patch()).isEmpty();
    assertThat(mutated.warnings()).isEmpty();
  }

  @Test
  void whatOnlyFillsDoesNotRewrite() {
    InnerDoor filling =
        new InnerDoor(
            WrittenStrategy.policy(Corrections.FILL, OptionalInt.of(2), OptionalInt.of(50)));

    Reply mutated = filling.mutate(ReviewText.create(contradicting()));

    assertThat(mutated.patch().findValuesAsText("op")).containsOnly("add");
    assertThat(mutated.warnings()).isEmpty();
  }
}
