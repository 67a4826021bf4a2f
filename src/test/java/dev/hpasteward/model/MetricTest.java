package dev.hpasteward.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MetricTest {
  private static final FieldPath PATH = FieldPath.of("spec.metrics").index(0);

  @Test
  void aResourceIsItsOwnOfAllContainersOrOfOne() {
    assertThat(Metrics.cpu(50).at(PATH).isResource("cpu")).isTrue();
    assertThat(Metrics.container("cpu", 50).at(PATH).isResource("cpu")).isTrue();
    assertThat(Metrics.memory(50).at(PATH).isResource("cpu")).isFalse();
    assertThat(Metrics.pods("cpu", "1").at(PATH).isResource("cpu")).isFalse();
  }

  @Test
  void aPodsMetricWithASelectorIsAnotherMetric() {
    assertThat(Metrics.pods("free", "1").at(PATH).isPods("free")).isTrue();
    assertThat(Metrics.podsWithSelector("free", "1").at(PATH).isPods("free")).isFalse();
    assertThat(Metrics.pods("free", "1").at(PATH).isPods("other")).isFalse();
    assertThat(Metrics.external("free", "1").at(PATH).isPods("free")).isFalse();
  }

  @Test
  void anExternalMetricIsKnownByItsName() {
    assertThat(Metrics.external("needed", "1").at(PATH).isExternal("needed")).isTrue();
    assertThat(Metrics.external("needed", "1").at(PATH).isExternal("other")).isFalse();
    assertThat(Metrics.pods("needed", "1").at(PATH).isExternal("needed")).isFalse();
  }

  @Test
  void aTargetSaysWhichValueIsSet() {
    assertThat(target(Metrics.cpu(80)).describe()).isEqualTo("averageUtilization 80");
    assertThat(target(Metrics.resourceAverage("cpu", "500m")).describe())
        .isEqualTo("averageValue 500m");
    assertThat(((Metric.Pods) Metrics.podsValue("free", "2").at(PATH)).target().describe())
        .isEqualTo("value 2");
    assertThat(target(Metrics.cpuWithoutValue()).describe()).isEqualTo("no value");
  }

  private static MetricTarget target(Metrics.Entry entry) {
    return ((Metric.OfResource) entry.at(PATH)).target();
  }
}
