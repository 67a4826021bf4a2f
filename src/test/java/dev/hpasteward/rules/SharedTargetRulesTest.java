package dev.hpasteward.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.model.Autoscalers;
import dev.hpasteward.model.FieldPath;
import dev.hpasteward.model.Metadata;
import dev.hpasteward.model.Rival;
import dev.hpasteward.model.Surroundings;
import dev.hpasteward.model.Surroundings.Target;
import dev.hpasteward.policy.ControllerDefaults;
import dev.hpasteward.policy.RuleId;
import dev.hpasteward.policy.StrategyPolicy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What else changes the target of an autoscaler. */
class SharedTargetRulesTest {

  private static List<Violation> judged(List<Rival> rivals, List<String> vertical, RuleId rule) {
    Surroundings around =
        new Surroundings(
            new Target.NotLookedUp(),
            true,
            true,
            Optional.empty(),
            rivals,
            vertical,
            Surroundings.Ownership.ANYBODY);
    return Judged.autoscaler(
            Autoscalers.sfu(), StrategyPolicy.sfu(), ControllerDefaults.KUBERNETES, around)
        .by(rule);
  }

  private static Rival hpa(String name) {
    return new Rival.OfHpa(
        Autoscalers.sfu().metadata(new Metadata("media", name, Map.of(), Map.of())).build());
  }

  @Test
  void aloneItIsFine() {
    assertThat(judged(List.of(), List.of(), RuleId.DUPLICATE_AUTOSCALER)).isEmpty();
    assertThat(judged(List.of(), List.of(), RuleId.VERTICAL_AUTOSCALER)).isEmpty();
  }

  @Test
  void everyRivalIsToldByName() {
    assertThat(
            judged(
                List.of(hpa("old"), new Rival.OfScaledObject("keda")),
                List.of(),
                RuleId.DUPLICATE_AUTOSCALER))
        .containsExactly(
            Violation.of(
                RuleId.DUPLICATE_AUTOSCALER,
                FieldPath.of("spec.scaleTargetRef"),
                "Deployment example, which HorizontalPodAutoscaler old scales too",
                "one autoscaler for each workload",
                "delete HorizontalPodAutoscaler old, or change that one instead"),
            Violation.of(
                RuleId.DUPLICATE_AUTOSCALER,
                FieldPath.of("spec.scaleTargetRef"),
                "Deployment example, which ScaledObject keda scales too",
                "one autoscaler for each workload",
                "delete ScaledObject keda, or change that one instead"));
  }

  @Test
  void aLongNameIsToldWholeSoThatTheRightOneIsDeleted() {
    String name = "livekit-egress-production-europe-west-hpa-steward";

    assertThat(judged(List.of(hpa(name)), List.of(), RuleId.DUPLICATE_AUTOSCALER).get(0).fix())
        .isEqualTo("delete HorizontalPodAutoscaler " + name + ", or change that one instead");
  }

  @Test
  void everyVerticalAutoscalerIsToldByName() {
    assertThat(judged(List.of(), List.of("one", "t\two"), RuleId.VERTICAL_AUTOSCALER))
        .extracting(Violation::found)
        .containsExactly(
            "VerticalPodAutoscaler one on the same target",
            "VerticalPodAutoscaler t\\u0009wo on the same target");
    assertThat(judged(List.of(), List.of("one"), RuleId.VERTICAL_AUTOSCALER).get(0).explanation())
        .contains(
            "VerticalPodAutoscaler one changes the requests that utilization is measured against");
  }
}
