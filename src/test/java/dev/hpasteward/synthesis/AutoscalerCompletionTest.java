package dev.hpasteward.synthesis;

import static dev.hpasteward.model.Metrics.container;
import static dev.hpasteward.model.Metrics.cpu;
import static dev.hpasteward.model.Metrics.external;
import static dev.hpasteward.model.Metrics.memory;
import static dev.hpasteward.model.Metrics.pods;
import static dev.hpasteward.model.Metrics.resourceAverage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.model.AutoscalerBuilder;
import dev.hpasteward.model.Autoscalers;
import dev.hpasteward.model.Edit;
import dev.hpasteward.model.Metrics;
import dev.hpasteward.model.RatePolicy;
import dev.hpasteward.policy.Encoding;
import dev.hpasteward.policy.ServiceTypePolicy;
import dev.hpasteward.policy.StrategyPolicy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AutoscalerCompletionTest {
  private static final String UP = "spec.behavior.scaleUp.";
  private static final String DOWN = "spec.behavior.scaleDown.";
  private static final List<Map<String, Object>> RATE =
      List.of(
          Map.of("type", "Pods", "value", 1, "periodSeconds", 60),
          Map.of("type", "Percent", "value", 10, "periodSeconds", 60));

  private static Map<String, Object> resource(String name, int target) {
    return Map.of(
        "type",
        "Resource",
        "resource",
        Map.of(
            "name", name, "target", Map.of("type", "Utilization", "averageUtilization", target)));
  }

  private static Map<String, Object> custom(String type, String field, String name) {
    return custom(type, field, name, "1");
  }

  private static Map<String, Object> custom(
      String type, String field, String name, String averageValue) {
    return Map.of(
        "type",
        type,
        field,
        Map.of(
            "metric",
            Map.of("name", name),
            "target",
            Map.of("type", "AverageValue", "averageValue", averageValue)));
  }

  @Test
  void aBareAutoscalerIsFilledCompletely() {
    assertThat(fill(Autoscalers.bare("livekit-egress")))
        .containsExactly(
            Map.entry("spec.metrics[0]", resource("cpu", 50)),
            Map.entry("spec.metrics[1]", resource("memory", 65)),
            Map.entry("spec.metrics[2]", custom("Pods", "pods", "livekit_egress_available")),
            Map.entry(UP + "stabilizationWindowSeconds", 15),
            Map.entry(UP + "tolerance", "0"),
            Map.entry(DOWN + "stabilizationWindowSeconds", 300),
            Map.entry(DOWN + "tolerance", "0.39"),
            Map.entry(DOWN + "policies", RATE));
  }

  @Test
  void aPlaceholderIsNeverInjected() {
    assertThat(fill(Autoscalers.bare("sip")))
        .containsEntry("spec.metrics[1]", resource("memory", 65))
        .containsEntry(DOWN + "tolerance", "0.39")
        .doesNotContainKey("spec.metrics[2]");
  }

  @Test
  void anSfuNeedsNoCustomMetric() {
    assertThat(fill(Autoscalers.bare("sfu")))
        .containsEntry("spec.metrics[0]", resource("cpu", 60))
        .containsEntry("spec.metrics[1]", resource("memory", 70))
        .containsEntry(DOWN + "tolerance", "0.41")
        .doesNotContainKey("spec.metrics[2]");
  }

  @Test
  void anAgentHasNoDocumentedScaleDownSoNoToleranceIsInjected() {
    assertThat(fill(Autoscalers.bare("agent")))
        .containsExactly(
            Map.entry("spec.metrics[0]", resource("cpu", 50)),
            Map.entry(UP + "stabilizationWindowSeconds", 15),
            Map.entry(UP + "tolerance", "0"),
            Map.entry(DOWN + "stabilizationWindowSeconds", 300),
            Map.entry(DOWN + "policies", RATE));
  }

  @Test
  void tolerancesAreSentOnlyWhereTheClusterKeepsThem() {
    assertThat(
            byPath(
                AutoscalerCompletion.edits(
                    Autoscalers.bare("sfu").metrics(cpu(60), memory(70)).build(),
                    StrategyPolicy.sfu(),
                    false)))
        .containsExactly(
            Map.entry(UP + "stabilizationWindowSeconds", 15),
            Map.entry(DOWN + "stabilizationWindowSeconds", 300),
            Map.entry(DOWN + "policies", RATE));
  }

  @Test
  void theHeadroomFormIsInjectedWhereThePolicySaysSo() {
    assertThat(
            byPath(
                AutoscalerCompletion.edits(
                    Autoscalers.egress().metrics(cpu(50), memory(65)).build(),
                    StrategyPolicy.egress(Encoding.HEADROOM),
                    true)))
        .containsExactly(
            Map.entry("spec.metrics[2]", custom("External", "external", "livekit_egress_needed")));
  }

  @Test
  void theDocumentedFormHasTheScaleUpThresholdAndTheHeadroomFormAlwaysOne() {
    AutoscalerBuilder rooms = Autoscalers.bare("rooms");

    assertThat(
            byPath(
                AutoscalerCompletion.edits(
                    rooms.build(), StrategyPolicy.rooms(Encoding.DOCUMENTED), false)))
        .containsEntry("spec.metrics[0]", custom("Pods", "pods", "rooms_available", "5"));
    assertThat(
            byPath(
                AutoscalerCompletion.edits(
                    rooms.build(), StrategyPolicy.rooms(Encoding.HEADROOM), false)))
        .containsEntry("spec.metrics[0]", custom("External", "external", "rooms_needed", "1"));
  }

  @Test
  void whatIsThereInEitherFormIsNotMissing() {
    assertThat(
            fill(
                Autoscalers.egress()
                    .metrics(
                        memory(65), external("livekit_egress_needed", "1"), container("cpu", 50))))
        .isEmpty();
    assertThat(fill(Autoscalers.egress())).isEmpty();
    assertThat(fill(Autoscalers.sip())).isEmpty();
    assertThat(fill(Autoscalers.sfu())).isEmpty();
    assertThat(fill(Autoscalers.agent())).isEmpty();
  }

  @Test
  void missingMetricsAreAppended() {
    assertThat(fill(Autoscalers.egress().metrics(pods("livekit_egress_available", "2"))))
        .containsExactly(
            Map.entry("spec.metrics[1]", resource("cpu", 50)),
            Map.entry("spec.metrics[2]", resource("memory", 65)));
  }

  @Test
  void onlyTheRestOfAPartialBehaviorIsFilled() {
    assertThat(
            fill(
                Autoscalers.bare("agent")
                    .metrics(cpu(50))
                    .upWindow(5)
                    .downWindow(600)
                    .downPolicies(new RatePolicy("Pods", 2, 30))))
        .containsExactly(Map.entry(UP + "tolerance", "0"));
  }

  @ParameterizedTest(name = "down {0}: up {1}")
  @CsvSource({"5, 5", "14, 14", "15, 15", "16, 15", "300, 15"})
  void aFilledScaleUpWindowIsNeverAboveTheAutoscalersOwnScaleDownWindow(int down, int up) {
    assertThat(fill(Autoscalers.bare("agent").metrics(cpu(50)).downWindow(down)))
        .containsEntry(UP + "stabilizationWindowSeconds", up)
        .doesNotContainKey(DOWN + "stabilizationWindowSeconds");
  }

  @Test
  void whatTheApiServerFilledInCountsAsLeftOutButAScaleUpWindowOfZeroStays() {
    assertThat(fill(Autoscalers.sfu().withoutBehavior().withApiDefaults()))
        .containsExactly(
            Map.entry(UP + "tolerance", "0"),
            Map.entry(DOWN + "stabilizationWindowSeconds", 300),
            Map.entry(DOWN + "tolerance", "0.41"),
            Map.entry(DOWN + "policies", RATE));
  }

  @Test
  void onATrackedObjectTheDefaultsMayBeGitsAndStay() {
    assertThat(fill(Autoscalers.sfu().withoutBehavior().withApiDefaults().trackedByArgoCd()))
        .containsOnlyKeys(
            UP + "tolerance", DOWN + "stabilizationWindowSeconds", DOWN + "tolerance");
  }

  @Test
  void aTrackedObjectKeepsItsMetricsAndIsGivenTheKeysThatGitDoesNotHave() {
    assertThat(fill(Autoscalers.bare("livekit-egress").metrics(cpu(50)).trackedByArgoCd()))
        .containsOnlyKeys(
            UP + "stabilizationWindowSeconds",
            UP + "tolerance",
            DOWN + "stabilizationWindowSeconds",
            DOWN + "tolerance",
            DOWN + "policies");
  }

  @Test
  void aRateOfItsOwnStays() {
    AutoscalerBuilder sfu = Autoscalers.sfu();

    assertThat(fill(sfu.downPolicies(new RatePolicy("Percent", 100, 60)))).isEmpty();
    assertThat(fill(sfu.downPolicies(new RatePolicy("Percent", 100, 15)).downSelect("Min")))
        .isEmpty();
    assertThat(fill(sfu.downPolicies(new RatePolicy("Percent", 100, 15)).downSelect("Disabled")))
        .isEmpty();
    assertThat(fill(sfu.downPolicies().downSelect("Disabled"))).isEmpty();
    assertThat(fill(sfu.downPolicies(new RatePolicy("Percent", 100, 15))))
        .containsOnlyKeys(DOWN + "policies");
    assertThat(fill(sfu.downPolicies())).containsOnlyKeys(DOWN + "policies");
  }

  @Test
  void aPolicyWithoutARateInjectsNone() {
    ServiceTypePolicy sfu = StrategyPolicy.sfu();
    ServiceTypePolicy withoutRate =
        new ServiceTypePolicy(
            sfu.name(),
            sfu.selector(),
            sfu.resources(),
            sfu.capacityMetrics(),
            sfu.windows(),
            List.of(),
            sfu.replicas(),
            sfu.scrape(),
            sfu.gracePeriodAtLeast());

    assertThat(
            AutoscalerCompletion.edits(Autoscalers.sfu().downPolicies().build(), withoutRate, true))
        .isEmpty();
  }

  @Test
  void theToleranceFitsTheAutoscalersOwnTargets() {
    assertThat(tolerance(cpu(40), memory(65))).isEqualTo("0.30");
    assertThat(tolerance(cpu(31), memory(46))).isEqualTo("0.01");
    assertThat(tolerance(cpu(40), container("cpu", 50), memory(65))).isEqualTo("0.39");
  }

  @Test
  void targetsThatAreRefusedAnywayCountAsTheDocumentedOnes() {
    assertThat(tolerance(cpu(80), memory(65))).isEqualTo("0.39");
    assertThat(tolerance(cpu(10), memory(46))).isEqualTo("0.39");
    assertThat(tolerance(resourceAverage("cpu", "1"), memory(46))).isEqualTo("0.39");
  }

  private static Object tolerance(Metrics.Entry... metrics) {
    AutoscalerBuilder egress =
        Autoscalers.bare("livekit-egress").metrics(metrics).trackedByArgoCd();
    return fill(egress).getOrDefault(DOWN + "tolerance", "none");
  }

  private static Map<String, Object> fill(AutoscalerBuilder autoscaler) {
    ServiceTypePolicy type =
        StrategyPolicy.policy()
            .serviceType(autoscaler.metadata().label("hpa-steward.dev/service-type").orElseThrow())
            .orElseThrow();
    return byPath(AutoscalerCompletion.edits(autoscaler.build(), type, true));
  }

  private static Map<String, Object> byPath(List<Edit> edits) {
    Map<String, Object> byPath = new LinkedHashMap<>();
    edits.forEach(edit -> byPath.put(edit.path().toString(), edit.value()));
    return byPath;
  }
}
