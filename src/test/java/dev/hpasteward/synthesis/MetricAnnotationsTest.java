package dev.hpasteward.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.model.Container;
import dev.hpasteward.model.Edit;
import dev.hpasteward.model.FieldPath;
import dev.hpasteward.model.Workload;
import dev.hpasteward.model.Workloads;
import dev.hpasteward.policy.StrategyPolicy;
import org.junit.jupiter.api.Test;

class MetricAnnotationsTest {
  private static final FieldPath ANNOTATIONS = FieldPath.of("spec.template.metadata.annotations");
  private static final Edit SCRAPE = new Edit(ANNOTATIONS.key("prometheus.io/scrape"), "true");
  private static final Edit PATH = new Edit(ANNOTATIONS.key("prometheus.io/path"), "/metrics");

  @Test
  void aBareDeploymentIsGivenAllThree() {
    assertThat(MetricAnnotations.missing(Workloads.of("sfu"), StrategyPolicy.sfu()))
        .containsExactly(SCRAPE, new Edit(ANNOTATIONS.key("prometheus.io/port"), "6789"), PATH);
  }

  @Test
  void whatIsThereStaysEvenIfItDiffers() {
    Workload own = Workloads.podsAnnotated(Workloads.of("sfu"), "prometheus.io/port", "1234");

    assertThat(MetricAnnotations.missing(own, StrategyPolicy.sfu())).containsExactly(SCRAPE, PATH);
  }

  @Test
  void whereNoPortIsKnownNothingIsAdded() {
    assertThat(MetricAnnotations.missing(Workloads.of("sip"), StrategyPolicy.sip())).isEmpty();
    assertThat(MetricAnnotations.missing(Workloads.of("agent"), StrategyPolicy.agent())).isEmpty();
  }

  @Test
  void aContainerPortNamedMetricsMakesThePortKnown() {
    Workload listening =
        Workloads.listening(Workloads.of("agent"), new Container.Port("metrics", 8081));

    assertThat(MetricAnnotations.missing(listening, StrategyPolicy.agent()))
        .containsExactly(SCRAPE, new Edit(ANNOTATIONS.key("prometheus.io/port"), "8081"), PATH);
  }
}
