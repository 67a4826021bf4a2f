package dev.hpasteward.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ServiceTypePolicyTest {

  @Test
  void thresholdsAreFoundByTheResourcesKubernetesName() {
    assertThat(StrategyPolicy.sfu().thresholds("cpu"))
        .contains(new ResourceThresholds(60, OptionalInt.of(35)));
    assertThat(StrategyPolicy.sfu().thresholds("memory"))
        .contains(new ResourceThresholds(70, OptionalInt.of(50)));
    assertThat(StrategyPolicy.agent().thresholds("memory")).isEmpty();
    assertThat(StrategyPolicy.sfu().thresholds("CPU")).isEmpty();
  }

  @Test
  void onlyTheSipWaitsForTheNameOfItsMetric() {
    assertThat(StrategyPolicy.sip().awaitsMetricName()).isTrue();
    assertThat(StrategyPolicy.egress().awaitsMetricName()).isFalse();
    assertThat(StrategyPolicy.sfu().awaitsMetricName()).isFalse();
  }

  @Test
  void aResourceKnowsItsNameAndItsRule() {
    assertThat(Resource.of("cpu")).contains(Resource.CPU);
    assertThat(Resource.of("memory")).contains(Resource.MEMORY);
    assertThat(Resource.of("pods")).isEmpty();
    assertThat(Resource.MEMORY.targetRule()).isEqualTo(RuleId.MEMORY_TARGET);
    assertThat(Resource.CPU.targetRule()).isEqualTo(RuleId.CPU_TARGET);
  }

  @Test
  void podsAreScrapedAtTheirOwnPortElseAtThePolicys() {
    Scrape scrape = new Scrape(OptionalInt.of(9090), "/metrics");

    assertThat(scrape.annotations(OptionalInt.of(7070)))
        .isEqualTo(
            Map.of(
                "prometheus.io/scrape", "true",
                "prometheus.io/port", "7070",
                "prometheus.io/path", "/metrics"));
    assertThat(scrape.annotations(OptionalInt.empty())).containsEntry("prometheus.io/port", "9090");
  }

  @Test
  void withoutAnyPortNothingIsScraped() {
    assertThat(new Scrape(OptionalInt.empty(), "/metrics").annotations(OptionalInt.empty()))
        .isEmpty();
  }

  @Test
  void aRateIsWrittenInKubernetesWords() {
    assertThat(ScalingRate.Unit.PODS.type()).isEqualTo("Pods");
    assertThat(ScalingRate.Unit.PERCENT.type()).isEqualTo("Percent");
  }
}
