package dev.hpasteward.decision;

import static dev.hpasteward.decision.RuleCase.ALONE;
import static dev.hpasteward.model.Metrics.cpu;
import static dev.hpasteward.model.Metrics.memory;
import static dev.hpasteward.policy.Action.AUDIT;
import static dev.hpasteward.policy.Action.DENY;
import static dev.hpasteward.policy.Action.WARN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.decision.RuleCase.Granted;
import dev.hpasteward.decision.RuleCase.Write;
import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.Autoscalers;
import dev.hpasteward.model.StewardKeys;
import dev.hpasteward.model.Subject;
import dev.hpasteward.model.Surroundings;
import dev.hpasteward.policy.Action;
import dev.hpasteward.policy.Mode;
import dev.hpasteward.policy.Modes;
import dev.hpasteward.policy.Replicas;
import dev.hpasteward.policy.RuleId;
import dev.hpasteward.policy.ScalingPolicy;
import dev.hpasteward.policy.StrategyPolicy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rule x action x mode x exemption x what the write does to the object. */
class WhatFollowsTest {

  /** Every kind has rows of its own. */
  private static final List<RuleCase> CASES =
      Stream.of(AutoscalerCases.ALL, NeighbourCases.ALL, WorkloadCases.ALL)
          .flatMap(List::stream)
          .toList();

  /** The strategy, with a ceiling of 30 replicas for an sfu: it names none of its own. */
  private static final ScalingPolicy STRATEGY =
      StrategyPolicy.of(
          StrategyPolicy.egress(),
          StrategyPolicy.sip(),
          StrategyPolicy.withReplicas(
              StrategyPolicy.sfu(), new Replicas(2, 20, OptionalInt.of(2), OptionalInt.of(30))),
          StrategyPolicy.agent());

  private static final RuleCase CPU =
      CASES.stream().filter(row -> row.rule() == RuleId.CPU_TARGET).findFirst().orElseThrow();

  static Stream<Arguments> everything() {
    return CASES.stream()
        .flatMap(
            row ->
                row.writes().stream()
                    .flatMap(
                        write ->
                            row.grants().stream()
                                .map(granted -> Arguments.of(row, granted, write))));
  }

  @Test
  void noRuleIsMissing() {
    assertThat(CASES).extracting(RuleCase::rule).contains(RuleId.values());
  }

  @Test
  void whatBreaksARuleALittleBreaksItIfItCanBeMeasured() {
    for (RuleCase row : CASES) {
      assertThat(Evaluator.evaluate(Questions.creation(row.little(), ALONE), STRATEGY).findings())
          .as(row.toString())
          .extracting(Finding::rule)
          .matches(rules -> rules.contains(row.rule()) == row.writes().contains(Write.BETTER));
    }
  }

  @ParameterizedTest
  @MethodSource("everything")
  void theWeakestOfActionModeExemptionAndRatchetHolds(RuleCase row, Granted granted, Write write) {
    Question question = question(row, granted, write);
    for (Action action : Action.values()) {
      for (Mode mode : Mode.values()) {
        ScalingPolicy policy =
            StrategyPolicy.withModes(
                StrategyPolicy.withActions(STRATEGY, Map.of(row.rule(), action)),
                new Modes(List.of(), mode));

        Optional<Finding> finding =
            Evaluator.evaluate(question, policy).findings().stream()
                .filter(found -> found.rule() == row.rule())
                .findFirst();

        assertThat(finding.map(Finding::action))
            .as("%s in %s", action, mode)
            .isEqualTo(expected(action, mode, granted, write));
        finding.ifPresent(
            found -> assertThat(found.exemption().isPresent()).isEqualTo(granted == Granted.VALID));
      }
    }
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
      return Optional.of(action == AUDIT ? AUDIT : WARN);
    }
    if (action != DENY) {
      return Optional.of(action);
    }
    boolean brought = write == Write.CREATE || write == Write.WORSE;
    return Optional.of(brought && mode == Mode.ENFORCE ? DENY : WARN);
  }

  private static Question question(RuleCase row, Granted granted, Write write) {
    Subject little = exempt(row.little(), row, granted);
    Subject much = exempt(row.much(), row, granted);
    Subject muchBefore = RuleCase.annotated(much, Map.of("someone", "else"));
    return switch (write) {
      case CREATE -> Questions.creation(much, row.around());
      case WORSE -> Questions.update(little, much, row.around());
      case SAME -> Questions.update(muchBefore, much, row.around());
      case BETTER -> Questions.update(muchBefore, little, row.around());
    };
  }

  private static Subject exempt(Subject subject, RuleCase row, Granted granted) {
    if (granted == Granted.NONE) {
      return subject;
    }
    RuleId other = row.rule() == RuleId.WINDOW_ORDER ? RuleId.CPU_TARGET : RuleId.WINDOW_ORDER;
    RuleId named = granted == Granted.FOR_ANOTHER_RULE ? other : row.rule();
    return RuleCase.annotated(
        subject,
        Map.of(
            StewardKeys.EXEMPT,
            named.id(),
            StewardKeys.EXEMPT_REASON,
            "load test",
            StewardKeys.EXEMPT_UNTIL,
            granted == Granted.EXPIRED ? "2026-11-01" : "2026-12-31"));
  }

  @Test
  void anUnchangedObjectIsNeverHeldUpAndNobodyIsWarned() {
    Subject old = CPU.much();

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
        Evaluator.evaluate(Questions.creation(CPU.much(), unknown), StrategyPolicy.policy());

    assertThat(decision.denied()).isFalse();
    assertThat(decision.findings(WARN))
        .extracting(Finding::rule)
        .containsExactly(RuleId.CPU_TARGET);
  }
}
