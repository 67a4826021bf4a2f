package dev.hpasteward.message;

import static dev.hpasteward.model.Metrics.cpu;
import static dev.hpasteward.model.Metrics.memory;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.decision.Decision;
import dev.hpasteward.decision.Evaluator;
import dev.hpasteward.decision.Questions;
import dev.hpasteward.model.AutoscalerBuilder;
import dev.hpasteward.model.Autoscalers;
import dev.hpasteward.model.Edit;
import dev.hpasteward.model.FieldPath;
import dev.hpasteward.model.Metadata;
import dev.hpasteward.model.Rival;
import dev.hpasteward.model.StewardKeys;
import dev.hpasteward.model.Surroundings;
import dev.hpasteward.model.Workloads;
import dev.hpasteward.policy.Action;
import dev.hpasteward.policy.Mode;
import dev.hpasteward.policy.Modes;
import dev.hpasteward.policy.RuleId;
import dev.hpasteward.policy.ScalingPolicy;
import dev.hpasteward.policy.StrategyPolicy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Everything that is told of a decision without refusing. */
class WarningsOfDecisionTest {

  private static final Surroundings ALONE = Surroundings.none(true);
  private static final AutoscalerBuilder LATE = Autoscalers.sfu().metrics(cpu(80), memory(70));

  private static AutoscalerBuilder exempt(AutoscalerBuilder autoscaler, String until) {
    return autoscaler
        .annotated(StewardKeys.EXEMPT, "cpu-target")
        .annotated(StewardKeys.EXEMPT_REASON, "load test")
        .annotated(StewardKeys.EXEMPT_UNTIL, until);
  }

  private static List<String> told(AutoscalerBuilder created, Mode mode) {
    ScalingPolicy policy =
        StrategyPolicy.withModes(StrategyPolicy.policy(), new Modes(List.of(), mode));
    Decision decision = Evaluator.evaluate(Questions.creation(created.build(), ALONE), policy);
    return Warnings.of(decision, Questions.NOW);
  }

  @Test
  void anExemptionInUseIsToldInPlaceOfWhatItCovers() {
    assertThat(told(exempt(LATE, "2026-12-31"), Mode.ENFORCE))
        .containsExactly("cpu-target: exempt until 2026-12-31 (37 days left): load test");
  }

  @Test
  void oneOfSeveralMetricsIsToldOnce() {
    assertThat(
            told(
                exempt(Autoscalers.sfu().metrics(cpu(80), cpu(81), memory(70)), "2026-12-31"),
                Mode.ENFORCE))
        .containsOnlyOnce("cpu-target: exempt until 2026-12-31 (37 days left): load test");
  }

  @Test
  void anExemptionThatIsOverIsToldButNotWhereNothingIsShown() {
    String over =
        "hpa-steward: the exemption from cpu-target ended on 2026-11-01: mend the object and remove"
            + " the exempt annotations";

    assertThat(told(exempt(Autoscalers.sfu(), "2026-11-01"), Mode.ENFORCE)).containsExactly(over);
    assertThat(told(exempt(Autoscalers.sfu(), "2026-11-01"), Mode.AUDIT)).isEmpty();
    assertThat(told(exempt(Autoscalers.sfu(), "2026-11-01"), Mode.OFF)).isEmpty();
  }

  @Test
  void whatWasThereBeforeIsToldAsSuch() {
    Decision decision =
        Evaluator.evaluate(
            Questions.update(LATE.build(), LATE.label("a", "b").build(), ALONE),
            StrategyPolicy.policy());

    assertThat(Warnings.of(decision, Questions.NOW).get(0))
        .startsWith("cpu-target: as before, so let pass: spec.metrics[0]");
  }

  private static List<String> toldOfLabelEdit(
      AutoscalerBuilder autoscaler, RuleId rule, Action action) {
    return Warnings.of(
        Evaluator.evaluate(
            Questions.update(autoscaler.build(), autoscaler.label("a", "b").build(), ALONE),
            StrategyPolicy.withActions(StrategyPolicy.policy(), Map.of(rule, action))),
        Questions.NOW);
  }

  @Test
  void whatWouldPassAnywayIsNotToldAsLetPass() {
    assertThat(toldOfLabelEdit(LATE, RuleId.CPU_TARGET, Action.WARN).get(0))
        .startsWith("cpu-target: spec.metrics[0]");
  }

  @Test
  void whatThePolicyMadeADenialIsToldAsLetPass() {
    AutoscalerBuilder withMemory = Autoscalers.agent().metrics(cpu(50), memory(50));

    assertThat(toldOfLabelEdit(withMemory, RuleId.EXTRA_METRIC, Action.DENY).get(0))
        .startsWith("extra-metric: as before, so let pass: ");
  }

  @Test
  void anExemptionFromARuleThatIsOnlyRecordedIsOnlyRecordedToo() {
    ScalingPolicy policy =
        StrategyPolicy.withActions(
            StrategyPolicy.policy(), Map.of(RuleId.CPU_TARGET, Action.AUDIT));
    Decision decision =
        Evaluator.evaluate(Questions.creation(exempt(LATE, "2026-12-31").build(), ALONE), policy);

    assertThat(Warnings.of(decision, Questions.NOW)).isEmpty();
    assertThat(Recorded.of(decision))
        .singleElement()
        .asString()
        .startsWith("cpu-target: ")
        .endsWith(", exempt until 2026-12-31: load test");
  }

  @Test
  void whereNothingIsDeniedItIsAWarning() {
    assertThat(told(LATE, Mode.WARN).get(0)).startsWith("cpu-target: spec.metrics[0]");
    assertThat(told(LATE, Mode.AUDIT)).isEmpty();
  }

  @Test
  void anHpaThatWasThereFirstIsToldByItsName() {
    Decision decision =
        Evaluator.evaluate(Questions.creation(LATE.build(), ALONE), StrategyPolicy.policy());

    assertThat(Warnings.about(LATE.build(), decision, Questions.NOW))
        .first()
        .asString()
        .startsWith("HPA example: cpu-target: spec.metrics[0]");
  }

  @Test
  void anExemptionOfAnHpaThatWasThereFirstIsTold() {
    AutoscalerBuilder exempt = exempt(LATE, "2026-12-31");
    Decision decision =
        Evaluator.evaluate(Questions.creation(exempt.build(), ALONE), StrategyPolicy.policy());

    assertThat(Warnings.about(exempt.build(), decision, Questions.NOW))
        .containsExactly(
            "HPA example: cpu-target: exempt until 2026-12-31 (37 days left): load test");
  }

  @Test
  void aNameOfEscapesLeavesRoomForTheRest() {
    AutoscalerBuilder odd =
        LATE.metadata(
            new Metadata("media", "\u0441".repeat(253), LATE.metadata().labels(), Map.of()));
    Decision decision =
        Evaluator.evaluate(Questions.creation(odd.build(), ALONE), StrategyPolicy.policy());

    assertThat(Warnings.about(odd.build(), decision, Questions.NOW))
        .isNotEmpty()
        .allSatisfy(
            line ->
                assertThat(line)
                    .startsWith("HPA \\u0441\\u0441")
                    .hasSizeLessThanOrEqualTo(Warnings.LONGEST));
  }

  @Test
  void whatIsOnlyRecordedIsNotToldOfAnEarlierHpa() {
    ScalingPolicy audit =
        StrategyPolicy.withModes(StrategyPolicy.policy(), new Modes(List.of(), Mode.AUDIT));

    assertThat(
            Warnings.about(
                LATE.build(),
                Evaluator.evaluate(Questions.creation(LATE.build(), ALONE), audit),
                Questions.NOW))
        .isEmpty();
  }

  @Test
  void replicasThatStayAreToldWithWhoSetsThem() {
    Edit edit = new Edit(FieldPath.of("spec.replicas"), 10);
    Rival keda = new Rival.OfScaledObject("media");

    assertThat(Warnings.keptReplicas(edit, Workloads.scaled(Workloads.of("sfu"), 3, true), keda))
        .containsExactly(
            "static-replicas: spec.replicas stays 10: ScaledObject media sets it",
            "static-replicas: remove spec.replicas from the manifest");
    assertThat(Warnings.keptReplicas(edit, Workloads.scaled(Workloads.of("sfu"), 1, false), keda))
        .containsExactly("static-replicas: spec.replicas stays 10: ScaledObject media sets it");
  }

  @Test
  void whatWouldHaveBeenFilledInIsToldByItsPath() {
    assertThat(
            Warnings.notMade(
                List.of(
                    Findings.corrected(RuleId.CPU_TARGET, "spec.a", "80", 60),
                    Findings.finding(RuleId.EXTRA_METRIC, "spec.x", "fix", Optional.empty())),
                List.of(new Edit(FieldPath.of("spec.b"), 1))))
        .containsExactly("hpa-steward: mode Warn, so not filled in: spec.a, spec.b");
    assertThat(Warnings.notMade(List.of(), List.of())).isEmpty();
    assertThat(
            Recorded.notMade(
                List.of(Findings.corrected(RuleId.CPU_TARGET, "spec.a", "80", 60)),
                List.of(new Edit(FieldPath.of("spec.b"), 1))))
        .contains("mode Audit, so not filled in: spec.a, spec.b");
    assertThat(Recorded.notMade(List.of(), List.of())).isEmpty();
  }
}
