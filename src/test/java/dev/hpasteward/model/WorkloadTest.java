package dev.hpasteward.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkloadTest {

  @ParameterizedTest
  @ValueSource(strings = {"metrics", "prometheus"})
  void itsMetricsPortIsTheOneThatIsNamedSo(String name) {
    Workload workload =
        Workloads.listening(
            Workloads.of("sip"), new Container.Port("http", 8080), new Container.Port(name, 7070));

    assertThat(workload.template().metricsPort()).hasValue(7070);
  }

  @Test
  void ofSeveralTheFirstCounts() {
    Workload workload =
        Workloads.templated(
            Workloads.of("sip"),
            Workloads.template(
                Map.of(),
                List.of(
                    Workloads.container("first", new Container.Port("prometheus", 1)),
                    Workloads.container("second", new Container.Port("metrics", 2)))));

    assertThat(workload.template().metricsPort()).hasValue(1);
  }

  @Test
  void otherNamesAreNone() {
    assertThat(
            Workloads.listening(
                    Workloads.of("sip"),
                    new Container.Port("", 1),
                    new Container.Port("metrics-2", 2))
                .template()
                .metricsPort())
        .isEmpty();
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource({
    "apps/v1, Deployment, true",
    "apps/v1beta2, Deployment, true",
    "apps/v1, deployment, false",
    "apps/v1, StatefulSet, false",
    "extensions/v1beta1, Deployment, false",
    "v1, Deployment, false",
    "apps, Deployment, false",
    "'', Deployment, false"
  })
  void aTargetIsADeploymentByGroupAndKind(String apiVersion, String kind, boolean deployment) {
    assertThat(new TargetReference(apiVersion, kind, "example").isDeployment())
        .isEqualTo(deployment);
  }

  @Test
  void theCoreGroupHasNoName() {
    assertThat(new TargetReference("v1", "Pod", "example").group()).isEmpty();
  }
}
