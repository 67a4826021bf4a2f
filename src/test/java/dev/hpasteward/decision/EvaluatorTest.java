package dev.hpasteward.decision;

import static dev.hpasteward.model.Metrics.cpu;
import static dev.hpasteward.model.Metrics.memory;
import static dev.hpasteward.model.Metrics.pods;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.model.AutoscalerBuilder;
import dev.hpasteward.model.Autoscalers;
import dev.hpasteward.model.Edit;
import dev.hpasteward.model.FieldPath;
import dev.hpasteward.model.StewardKeys;
import dev.hpasteward.model.Subject;
import dev.hpasteward.model.Surroundings;
import dev.hpasteward.model.Surroundings.Target;
import dev.hpasteward.model.Workloads;
import dev.hpasteward.policy.Action;
import dev.hpasteward.policy.Mode;
import dev.hpasteward.policy.RuleId;
import dev.hpasteward.policy.ScalingPolicy;
import dev.hpasteward.policy.StrategyPolicy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class EvaluatorTest {
  private static final ScalingPolicy POLICY = StrategyPolicy.policy();
  private static final Surroundings ALONE = Surroundings.none(true);

  /** The strategy's own words for egress, and nothing else. */
  private static final AutoscalerBuilder SNIPPET =
      Autoscalers.bare("livekit-egress")
          .metrics(cpu(50), memory(65), pods("livekit_egress_available", "1"));

  @Test
  void theStrategysOwnSnippetIsAccepted() {
    Decision decision = Questions.evaluate(SNIPPET.build(), ALONE, POLICY);

    assertThat(decision.denied()).isFalse();
    assertThat(decision.findings(Action.DENY)).isEmpty();
    assertThat(decision.findings())
        .extracting(Finding::rule)
        .containsExactly(
            RuleId.INVERTED_METRIC,
            RuleId.SCALE_UP_THRESHOLD,
            RuleId.SCALE_UP_THRESHOLD,
            RuleId.SCALE_DOWN_THRESHOLD,
            RuleId.SCALE_DOWN_THRESHOLD);
  }

  @Test
  void theSnippetIsAcceptedAsTheApiServerCompletesItToo() {
    assertThat(
            Questions.evaluate(SNIPPET.withApiDefaults().build(), ALONE, POLICY)
                .findings(Action.DENY))
        .isEmpty();
  }

  @Test
  void everythingThatIsWrongIsReportedAtOnce() {
    Decision decision =
        Questions.evaluate(
            Autoscalers.bare("livekit-egress").metrics(cpu(80)).upWindow(90).build(),
            ALONE,
            POLICY);

    assertThat(decision.denied()).isTrue();
    assertThat(decision.findings(Action.DENY))
        .extracting(Finding::rule)
        .containsExactly(
            RuleId.CPU_TARGET,
            RuleId.MISSING_METRIC,
            RuleId.MISSING_METRIC,
            RuleId.SCALE_UP_WINDOW);
    assertThat(decision.findings(Action.AUDIT)).isEmpty();
  }

  @Test
  void aFindingIsItsViolationAndWhatFollows() {
    Decision decision =
        Questions.evaluate(Autoscalers.agent().metrics(cpu(60)).build(), ALONE, POLICY);

    Finding finding = decision.findings(Action.DENY).get(0);
    FieldPath path =
        FieldPath.of("spec.metrics")
            .index(0)
            .field("resource")
            .field("target")
            .field("averageUtilization");
    assertThat(finding)
        .isEqualTo(
            new Finding(
                RuleId.CPU_TARGET,
                Action.DENY,
                Action.DENY,
                Standing.BROUGHT,
                Optional.empty(),
                path,
                "60",
                "at most 50",
                "set it to 50",
                Optional.empty(),
                OptionalDouble.of(10),
                Optional.of(new Edit(path, 50))));
  }

  @Test
  void thePolicysActionGoesBeforeTheRulesOwn() {
    ScalingPolicy lenient =
        StrategyPolicy.withActions(
            POLICY, Map.of(RuleId.CPU_TARGET, Action.WARN, RuleId.EXTRA_METRIC, Action.AUDIT));

    Decision decision =
        Questions.evaluate(
            Autoscalers.agent().metrics(cpu(60), memory(60)).build(), ALONE, lenient);

    assertThat(decision.denied()).isFalse();
    assertThat(decision.findings(Action.WARN))
        .extracting(Finding::rule)
        .containsExactly(RuleId.CPU_TARGET);
    assertThat(decision.findings(Action.AUDIT))
        .extracting(Finding::rule)
        .containsExactly(RuleId.EXTRA_METRIC);
  }

  @Test
  void aDeploymentIsAskedAboutItsAnnotations() {
    Subject deployment = Workloads.annotated(Workloads.of("sfu"), StewardKeys.MIN_REPLICAS, "none");

    Decision decision = Questions.evaluate(deployment, ALONE, POLICY);

    assertThat(decision.governance()).isEqualTo(new Governance.Governed(StrategyPolicy.sfu()));
    assertThat(decision.findings())
        .extracting(Finding::rule)
        .containsExactly(RuleId.INVALID_ANNOTATION);
  }

  @Test
  void anUnknownServiceTypeIsTheOnlyFindingAndDenies() {
    Decision decision =
        Questions.evaluate(Autoscalers.bare("sfux").metrics(cpu(99)).build(), ALONE, POLICY);

    assertThat(decision.findings())
        .extracting(Finding::rule)
        .containsExactly(RuleId.UNKNOWN_SERVICE_TYPE);
    assertThat(decision.denied()).isTrue();
  }

  @Test
  void whatIsNotGovernedIsNotJudged() {
    AutoscalerBuilder anybodys = Autoscalers.bare("sfu").unlabelled().metrics(cpu(99));

    assertThat(Questions.evaluate(anybodys.build(), ALONE, POLICY))
        .isEqualTo(silent(new Governance.Ungoverned()));
    assertThat(
            Questions.evaluate(
                anybodys.build(), Surroundings.none(true).with(new Target.Unknown()), POLICY))
        .isEqualTo(silent(new Governance.Undetermined()));
  }

  @Test
  void whatIsFoundThroughTheTargetIsJudgedAsItsType() {
    Decision decision =
        Questions.evaluate(
            Autoscalers.agent().unlabelled().metrics(cpu(51)).build(),
            Surroundings.none(true).with(new Target.Found(Workloads.of("agent"))),
            POLICY);

    assertThat(decision.findings(Action.DENY))
        .extracting(Finding::rule)
        .containsExactly(RuleId.CPU_TARGET);
  }

  private static Decision silent(Governance governance) {
    return new Decision(governance, Mode.ENFORCE, List.of(), Optional.empty(), Optional.empty());
  }
}
