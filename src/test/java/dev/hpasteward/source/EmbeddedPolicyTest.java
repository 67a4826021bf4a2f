package dev.hpasteward.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.policy.Action;
import dev.hpasteward.policy.CapacityMetric;
import dev.hpasteward.policy.ControllerDefaults;
import dev.hpasteward.policy.Corrections;
import dev.hpasteward.policy.Encoding;
import dev.hpasteward.policy.ExemptionRules;
import dev.hpasteward.policy.Generation;
import dev.hpasteward.policy.Mode;
import dev.hpasteward.policy.Replicas;
import dev.hpasteward.policy.ReplicasOnUpdate;
import dev.hpasteward.policy.Resource;
import dev.hpasteward.policy.ResourceThresholds;
import dev.hpasteward.policy.RuleId;
import dev.hpasteward.policy.ScalingPolicy;
import dev.hpasteward.policy.ScalingRate;
import dev.hpasteward.policy.ScalingRate.Unit;
import dev.hpasteward.policy.Scrape;
import dev.hpasteward.policy.ServiceTypePolicy;
import dev.hpasteward.policy.Windows;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The written strategy, number by number. */
class EmbeddedPolicyTest {

  private final ScalingPolicy policy = PolicySource.embedded();

  @Test
  void theFourServiceTypesStandInTheStrategysOrder() {
    assertThat(policy.serviceTypes().keySet())
        .containsExactly("livekit-egress", "sip", "sfu", "agent");
    assertThat(policy.name()).isEqualTo("default");
  }

  @ParameterizedTest
  @CsvSource({
    "livekit-egress, CPU,    50, 30",
    "livekit-egress, MEMORY, 65, 45",
    "sip,            CPU,    50, 30",
    "sip,            MEMORY, 65, 45",
    "sfu,            CPU,    60, 35",
    "sfu,            MEMORY, 70, 50",
  })
  void utilizationThresholdsAreTheStrategys(String type, Resource resource, int up, int down) {
    assertThat(type(type).resources())
        .hasSize(2)
        .containsEntry(resource, new ResourceThresholds(up, OptionalInt.of(down)));
  }

  @Test
  void anAgentScalesOnCpuAloneAndHasNoScaleDownNumber() {
    assertThat(type("agent").resources())
        .isEqualTo(Map.of(Resource.CPU, new ResourceThresholds(50, OptionalInt.empty())));
    assertThat(type("agent").capacityMetrics()).isEmpty();
  }

  @Test
  void egressScalesOnFreeWorkers() {
    assertThat(type("livekit-egress").capacityMetrics())
        .containsExactly(
            new CapacityMetric(
                "livekit_egress_available",
                false,
                BigDecimal.valueOf(1),
                BigDecimal.valueOf(3),
                Encoding.DOCUMENTED,
                Optional.empty()));
  }

  @Test
  void sipAwaitsTheNameOfItsMetric() {
    assertThat(type("sip").capacityMetrics())
        .containsExactly(
            new CapacityMetric(
                "custom_metric",
                true,
                BigDecimal.valueOf(5),
                BigDecimal.valueOf(10),
                Encoding.DOCUMENTED,
                Optional.empty()));
    assertThat(type("sip").awaitsMetricName()).isTrue();
  }

  @Test
  void anSfuNeedsNoCustomMetric() {
    assertThat(type("sfu").capacityMetrics()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "livekit-egress, 15, 60, 300, 300",
    "sip,            15, 60, 300, 300",
    "sfu,            15, 60, 300, 300",
    "agent,          15, 15, 300, 300",
  })
  void windowsAreShortForScaleUpAndLongForScaleDown(
      String type, int up, int atMost, int down, int atLeast) {
    assertThat(type(type).windows())
        .isEqualTo(
            new Windows(new Windows.ScaleUp(up, atMost), new Windows.ScaleDown(down, atLeast)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"livekit-egress", "sip", "sfu", "agent"})
  void everyTypeShrinksByOnePodOrATenthAMinuteBetweenTwoAndTwentyPods(String type) {
    assertThat(type(type).scaleDownRate())
        .containsExactly(new ScalingRate(Unit.PODS, 1, 60), new ScalingRate(Unit.PERCENT, 10, 60));
    assertThat(type(type).replicas())
        .isEqualTo(new Replicas(2, 20, OptionalInt.empty(), OptionalInt.empty()));
  }

  @ParameterizedTest
  @CsvSource({
    "livekit-egress, 9090, 3600",
    "sip,            ,     3600",
    "sfu,            6789, 18000",
    "agent,          ,     600",
  })
  void scrapingAndGracePeriodsAreThoseOfTheCharts(String type, Integer port, int gracePeriod) {
    OptionalInt scraped = port == null ? OptionalInt.empty() : OptionalInt.of(port);

    assertThat(type(type).scrape()).contains(new Scrape(scraped, "/metrics"));
    assertThat(type(type).gracePeriodAtLeast()).hasValue(gracePeriod);
  }

  @Test
  void whatIsLeftOutIsFilledInAndRulesKeepTheirActions() {
    assertThat(policy.corrections()).isEqualTo(Corrections.FILL);
    assertThat(policy.controller()).isEqualTo(new ControllerDefaults(0.1, 300));
    assertThat(policy.actions()).isEmpty();
    assertThat(policy.action(RuleId.CPU_TARGET)).isEqualTo(Action.DENY);
    assertThat(List.of(RuleId.values()))
        .allSatisfy(rule -> assertThat(policy.action(rule)).isEqualTo(rule.defaultAction()));
  }

  @ParameterizedTest
  @CsvSource({"enforce, ENFORCE", "warn, WARN", "audit, AUDIT", "off, OFF", "Warn, ENFORCE"})
  void aNamespaceChoosesItsModeByItsLabel(String label, Mode mode) {
    assertThat(policy.modes().of(Optional.of(Map.of("hpa-steward.dev/mode", label))))
        .isEqualTo(mode);
  }

  @Test
  void elsewhereThePolicyIsEnforced() {
    assertThat(policy.modes().of(Optional.of(Map.of()))).isEqualTo(Mode.ENFORCE);
    assertThat(policy.modes().of(Optional.empty())).isEqualTo(Mode.ENFORCE);
  }

  @Test
  void exemptionsHaveAReasonAndEndWithinAQuarter() {
    assertThat(policy.exemptions())
        .isEqualTo(
            new ExemptionRules(
                true,
                true,
                Optional.empty(),
                OptionalInt.of(90),
                false,
                Set.of(RuleId.INVALID_EXEMPTION),
                List.of(),
                new ExemptionRules.Approvers(Set.of(), Set.of())));
  }

  @Test
  void liveReplicasAreKeptAndTypesAreRecognisedByTheirLabel() {
    assertThat(policy.replicasOnUpdate()).isEqualTo(ReplicasOnUpdate.KEEP_LIVE);
    assertThat(policy.generation()).isEqualTo(Generation.DEFAULT);
    assertThat(policy.serviceTypes().values())
        .allSatisfy(type -> assertThat(type.selector()).isEmpty());
    assertThat(policy.version()).matches("[0-9a-f]{12}");
  }

  private ServiceTypePolicy type(String name) {
    return policy.serviceType(name).orElseThrow();
  }
}
