package dev.hpasteward.decision;

import static dev.hpasteward.model.Metrics.cpu;
import static dev.hpasteward.model.Metrics.memory;
import static dev.hpasteward.model.Metrics.pods;
import static dev.hpasteward.model.Metrics.resourceAverage;
import static dev.hpasteward.policy.Action.AUDIT;
import static dev.hpasteward.policy.Action.DENY;
import static dev.hpasteward.policy.Action.WARN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.AutoscalerBuilder;
import dev.hpasteward.model.Autoscalers;
import dev.hpasteward.model.RatePolicy;
import dev.hpasteward.model.StewardKeys;
import dev.hpasteward.model.Surroundings;
import dev.hpasteward.policy.Action;
import dev.hpasteward.policy.Mode;
import dev.hpasteward.policy.Modes;
import dev.hpasteward.policy.RuleId;
import dev.hpasteward.policy.ScalingPolicy;
import dev.hpasteward.policy.StrategyPolicy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Action x mode x exemption x what the write does to the object, for rules of each kind. */
class WhatFollowsTest {

  /** What the write does. */
  enum Write {
    CREATE,
    WORSE,
    SAME,
    BETTER
  }

  /** An exemption that the object carries. */
  enum Granted {
    NONE,
    VALID,
    EXPIRED,
    FOR_ANOTHER_RULE
  }

  private static final Surroundings ALONE = Surroundings.none(true);

  /**
   * An HPA that breaks a rule a little or not at all, and one that breaks it more.
   *
   * @param measured whether breaking it a little is a violation too
   */
  private record Case(
      RuleId rule, boolean measured, AutoscalerBuilder little, AutoscalerBuilder much) {
    AutoscalerBuilder by(int degree) {
      return degree == 1 ? little : much;
    }

    boolean allows(Write write) {
      return measured || write != Write.BETTER;
    }

    @Override
    public String toString() {
      return rule.id();
    }
  }

  private static Case measured(RuleId rule, AutoscalerBuilder little, AutoscalerBuilder much) {
    return new Case(rule, true, little, much);
  }

  private static Case brokenOrNot(RuleId rule, AutoscalerBuilder whole, AutoscalerBuilder broken) {
    return new Case(rule, false, whole, broken);
  }

  private static final List<Case> CASES =
      List.of(
          measured(
              RuleId.CPU_TARGET,
              Autoscalers.sfu().metrics(cpu(70), memory(70)),
              Autoscalers.sfu().metrics(cpu(80), memory(70))),
          measured(
              RuleId.MEMORY_TARGET,
              Autoscalers.sfu().metrics(cpu(60), memory(49)),
              Autoscalers.sfu().metrics(cpu(60), memory(40))),
          measured(
              RuleId.CUSTOM_METRIC_TARGET,
              Autoscalers.egress()
                  .metrics(cpu(50), memory(65), pods("livekit_egress_available", "4")),
              Autoscalers.egress()
                  .metrics(cpu(50), memory(65), pods("livekit_egress_available", "5"))),
          measured(
              RuleId.SCALE_UP_WINDOW,
              Autoscalers.sfu().upWindow(61),
              Autoscalers.sfu().upWindow(62)),
          measured(
              RuleId.SCALE_DOWN_WINDOW,
              Autoscalers.sfu().downWindow(200),
              Autoscalers.sfu().downWindow(100)),
          measured(
              RuleId.WINDOW_ORDER,
              Autoscalers.sfu().upWindow(20).downWindow(19),
              Autoscalers.sfu().upWindow(20).downWindow(18)),
          measured(
              RuleId.SCALE_UP_TOLERANCE,
              Autoscalers.sfu().upTolerance("0.2"),
              Autoscalers.sfu().upTolerance("0.4")),
          measured(
              RuleId.SCALE_UP_THRESHOLD,
              Autoscalers.sfu().metrics(cpu(60), memory(50)).upTolerance("0.05"),
              Autoscalers.sfu().metrics(cpu(60), memory(50)).upTolerance("0.1")),
          measured(
              RuleId.SCALE_DOWN_THRESHOLD,
              Autoscalers.sfu().downTolerance("0.3"),
              Autoscalers.sfu().downTolerance("0.2")),
          measured(
              RuleId.SCALE_UP_RATE,
              Autoscalers.sfu().upPolicies(new RatePolicy("Pods", 1, 120)),
              Autoscalers.sfu().upPolicies(new RatePolicy("Pods", 1, 240))),
          measured(
              RuleId.SCALE_DOWN_RATE,
              Autoscalers.sfu().downPolicies(new RatePolicy("Pods", 10, 60)),
              Autoscalers.sfu().downPolicies(new RatePolicy("Pods", 20, 60))),
          brokenOrNot(RuleId.MISSING_METRIC, Autoscalers.sfu(), Autoscalers.sfu().metrics(cpu(60))),
          brokenOrNot(
              RuleId.METRIC_TYPE,
              Autoscalers.sfu(),
              Autoscalers.sfu().metrics(resourceAverage("cpu", "1"), memory(70))),
          brokenOrNot(
              RuleId.SCALE_UP_DISABLED, Autoscalers.sfu(), Autoscalers.sfu().upSelect("Disabled")),
          brokenOrNot(
              RuleId.SCALE_DOWN_DISABLED,
              Autoscalers.sfu(),
              Autoscalers.sfu().downSelect("Disabled")),
          brokenOrNot(
              RuleId.EXTRA_METRIC,
              Autoscalers.sfu(),
              Autoscalers.sfu().metrics(cpu(60), memory(70), pods("rooms", "1"))),
          brokenOrNot(
              RuleId.UNKNOWN_ANNOTATION,
              Autoscalers.sfu(),
              Autoscalers.sfu().annotated("hpa-steward.dev/exemptt", "")),
          brokenOrNot(
              RuleId.UNKNOWN_SERVICE_TYPE,
              Autoscalers.sfu(),
              Autoscalers.sfu().label(StewardKeys.SERVICE_TYPE, "sfuu")));

  static Stream<Arguments> everything() {
    return CASES.stream()
        .flatMap(
            rule ->
                Stream.of(Write.values())
                    .filter(rule::allows)
                    .flatMap(write -> everyActionModeAndExemption(rule, write)));
  }

  private static Stream<Arguments> everyActionModeAndExemption(Case rule, Write write) {
    return Stream.of(Action.values())
        .flatMap(
            action ->
                Stream.of(Mode.values())
                    .flatMap(
                        mode ->
                            Stream.of(Granted.values())
                                .map(granted -> Arguments.of(rule, action, mode, granted, write))));
  }

  @ParameterizedTest
  @MethodSource("everything")
  void theWeakestOfActionModeExemptionAndRatchetHolds(
      Case rule, Action action, Mode mode, Granted granted, Write write) {
    ScalingPolicy policy =
        StrategyPolicy.withModes(
            StrategyPolicy.withActions(StrategyPolicy.policy(), Map.of(rule.rule(), action)),
            new Modes(List.of(), mode));

    Optional<Finding> finding =
        Evaluator.evaluate(question(rule, granted, write), policy).findings().stream()
            .filter(found -> found.rule() == rule.rule())
            .findFirst();

    assertThat(finding.map(Finding::action)).isEqualTo(expected(action, mode, granted, write));
    finding.ifPresent(
        found -> assertThat(found.exemption().isPresent()).isEqualTo(granted == Granted.VALID));
  }

  /** Said in another way than the evaluator says it. */
  private static Optional<Action> expected(Action action, Mode mode, Granted granted, Write write) {
    if (mode == Mode.OFF) {
      return Optional.empty();
    }
    if (mode == Mode.AUDIT) {
      return Optional.of(AUDIT);
    }
    if (granted == Granted.VALID) {
      return Optional.of(WARN);
    }
    if (action != DENY) {
      return Optional.of(action);
    }
    boolean brought = write == Write.CREATE || write == Write.WORSE;
    return Optional.of(brought && mode == Mode.ENFORCE ? DENY : WARN);
  }

  private static Question question(Case rule, Granted granted, Write write) {
    Autoscaler after = exempt(rule.by(write == Write.BETTER ? 1 : 2), rule, granted);
    return switch (write) {
      case CREATE -> Questions.creation(after, ALONE);
      case WORSE -> Questions.update(exempt(rule.by(1), rule, granted), after, ALONE);
      case SAME, BETTER ->
          Questions.update(
              exempt(rule.by(2).annotated("someone", "else"), rule, granted), after, ALONE);
    };
  }

  private static Autoscaler exempt(AutoscalerBuilder autoscaler, Case rule, Granted granted) {
    if (granted == Granted.NONE) {
      return autoscaler.build();
    }
    RuleId named = granted == Granted.FOR_ANOTHER_RULE ? RuleId.REPLICA_BOUNDS : rule.rule();
    return autoscaler
        .annotated(StewardKeys.EXEMPT, named.id())
        .annotated(StewardKeys.EXEMPT_REASON, "load test")
        .annotated(
            StewardKeys.EXEMPT_UNTIL, granted == Granted.EXPIRED ? "2026-11-01" : "2026-12-31")
        .build();
  }

  @Test
  void anUnchangedObjectIsNeverHeldUpAndNobodyIsWarned() {
    Autoscaler old = CASES.get(0).much().build();

    Decision decision =
        Evaluator.evaluate(Questions.update(old, old, ALONE), StrategyPolicy.policy());

    assertThat(decision.findings()).isNotEmpty();
    assertThat(decision.findings()).extracting(Finding::action).containsOnly(AUDIT);
  }

  @Test
  void whatAnotherMetricLackedBeforeIsNoExcuse() {
    Autoscaler old = Autoscalers.sfu().metrics(cpu(60), memory(99)).build();
    Autoscaler now = Autoscalers.sfu().metrics(cpu(70), memory(99)).build();

    assertThat(
            Evaluator.evaluate(Questions.update(old, now, ALONE), StrategyPolicy.policy())
                .findings(DENY))
        .extracting(Finding::rule)
        .containsExactly(RuleId.CPU_TARGET);
  }

  @Test
  void metricsMayChangePlaces() {
    Autoscaler old = Autoscalers.sfu().metrics(cpu(80), memory(99)).build();
    Autoscaler now = Autoscalers.sfu().metrics(memory(99), cpu(80)).build();

    assertThat(
            Evaluator.evaluate(Questions.update(old, now, ALONE), StrategyPolicy.policy()).denied())
        .isFalse();
  }

  @Test
  void takingAMetricAwayIsNewEvenWhereAnotherWasMissingBefore() {
    Autoscaler old = Autoscalers.sfu().metrics(cpu(60)).build();
    Autoscaler now = Autoscalers.sfu().metrics(memory(70)).build();

    assertThat(
            Evaluator.evaluate(Questions.update(old, now, ALONE), StrategyPolicy.policy())
                .findings(DENY))
        .extracting(Finding::found)
        .containsExactly("no cpu metric");
  }

  @Test
  void whereTheViewIsNotCompleteNothingIsDenied() {
    Surroundings unknown =
        new Surroundings(
            ALONE.target(),
            true,
            false,
            Optional.empty(),
            List.of(),
            List.of(),
            Surroundings.Ownership.ANYBODY);

    Decision decision =
        Evaluator.evaluate(
            Questions.creation(CASES.get(0).much().build(), unknown), StrategyPolicy.policy());

    assertThat(decision.denied()).isFalse();
    assertThat(decision.findings(WARN))
        .extracting(Finding::rule)
        .containsExactly(RuleId.CPU_TARGET);
  }
}
