package dev.hpasteward.decision;

import static dev.hpasteward.model.Metrics.cpu;
import static dev.hpasteward.model.Metrics.memory;
import static dev.hpasteward.policy.Action.AUDIT;
import static dev.hpasteward.policy.Action.DENY;
import static dev.hpasteward.policy.Action.WARN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.AutoscalerBuilder;
import dev.hpasteward.model.Autoscalers;
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

  static Stream<Arguments> everything() {
    return RuleCase.ALL.stream()
        .flatMap(
            rule ->
                Stream.of(Write.values())
                    .filter(write -> rule.measured() || write != Write.BETTER)
                    .flatMap(write -> everyActionModeAndExemption(rule, write)));
  }

  private static Stream<Arguments> everyActionModeAndExemption(RuleCase rule, Write write) {
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
      RuleCase rule, Action action, Mode mode, Granted granted, Write write) {
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

  private static Question question(RuleCase rule, Granted granted, Write write) {
    Autoscaler after = exempt(rule.by(write == Write.BETTER ? 1 : 2), rule, granted);
    return switch (write) {
      case CREATE -> Questions.creation(after, ALONE);
      case WORSE -> Questions.update(exempt(rule.by(1), rule, granted), after, ALONE);
      case SAME, BETTER ->
          Questions.update(
              exempt(rule.by(2).annotated("someone", "else"), rule, granted), after, ALONE);
    };
  }

  private static Autoscaler exempt(AutoscalerBuilder autoscaler, RuleCase rule, Granted granted) {
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
    Autoscaler old = RuleCase.ALL.get(0).much().build();

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
            Questions.creation(RuleCase.ALL.get(0).much().build(), unknown),
            StrategyPolicy.policy());

    assertThat(decision.denied()).isFalse();
    assertThat(decision.findings(WARN))
        .extracting(Finding::rule)
        .containsExactly(RuleId.CPU_TARGET);
  }
}
