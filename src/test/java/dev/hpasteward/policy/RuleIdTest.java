package dev.hpasteward.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RuleIdTest {

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "unknown-service-type, DENY",
    "invalid-annotation, DENY",
    "cpu-target, DENY",
    "memory-target, DENY",
    "custom-metric-target, DENY",
    "missing-metric, DENY",
    "metric-type, DENY",
    "scale-up-window, DENY",
    "scale-down-window, DENY",
    "window-order, DENY",
    "scale-up-disabled, DENY",
    "scale-up-tolerance, DENY",
    "replica-bounds, DENY",
    "inverted-metric, WARN",
    "placeholder-metric, WARN",
    "scale-up-threshold, WARN",
    "scale-down-threshold, WARN",
    "scale-up-rate, WARN",
    "extra-metric, WARN",
    "scale-down-disabled, WARN",
    "target-not-found, WARN",
    "annotation-mismatch, WARN"
  })
  void everyRuleHasItsDefaultAction(String id, Action action) {
    assertThat(RuleId.of(id).map(RuleId::defaultAction)).contains(action);
  }

  @ParameterizedTest
  @EnumSource
  void everyRuleIsFoundByItsIdWhichIsItsName(RuleId rule) {
    assertThat(RuleId.of(rule.id())).contains(rule);
    assertThat(rule).hasToString(rule.id());
  }

  @Test
  void caseMatters() {
    assertThat(RuleId.of("CPU-target")).isEmpty();
  }

  @Test
  void aPolicyMayNameAnotherAction() {
    ScalingPolicy strategy = StrategyPolicy.policy();
    ScalingPolicy policy =
        StrategyPolicy.withActions(strategy, Map.of(RuleId.CPU_TARGET, Action.AUDIT));

    assertThat(policy.action(RuleId.CPU_TARGET)).isEqualTo(Action.AUDIT);
    assertThat(policy.action(RuleId.MEMORY_TARGET)).isEqualTo(Action.DENY);
    assertThat(policy.action(RuleId.EXTRA_METRIC)).isEqualTo(Action.WARN);
  }

  @Test
  void aServiceTypeIsFoundByItsName() {
    assertThat(StrategyPolicy.policy().serviceType("sip")).contains(StrategyPolicy.sip());
    assertThat(StrategyPolicy.policy().serviceType("SIP")).isEqualTo(Optional.empty());
    assertThat(StrategyPolicy.policy().serviceTypes().keySet())
        .containsExactly("livekit-egress", "sip", "sfu", "agent");
  }
}
