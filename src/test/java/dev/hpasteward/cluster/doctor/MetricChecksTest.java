package dev.hpasteward.cluster.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.cluster.doctor.MetricsApiCheck.Api;
import dev.hpasteward.policy.CapacityMetric;
import dev.hpasteward.policy.Encoding;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricChecksTest {

  private static final Answer NO_SERVICES = Answers.ok("{'items': []}");
  private static final Answer NOT_FOUND = Answers.refused(404, "not found");

  @ParameterizedTest
  @CsvSource({"200, true, OK", "200, false, OK", "404, true, FAIL", "404, false, SKIP"})
  void anApiMustBeServedIfItIsNeeded(int code, boolean needed, Verdict verdict) {
    Answer discovery = code == 200 ? Answers.ok("{}") : NOT_FOUND;

    assertThat(MetricsApiCheck.of(Api.CUSTOM, needed, NO_SERVICES, discovery).verdict())
        .isEqualTo(verdict);
  }

  @Test
  void anAdapterThatIsDownIsNamed() {
    Answer services =
        Answers.ok(
            """
            {'items': [{'metadata': {'name': 'v1beta1.metrics.k8s.io'},
              'spec': {'group': 'metrics.k8s.io',
                       'service': {'namespace': 'kube-system', 'name': 'metrics-server'}},
              'status': {'conditions': [{'type': 'Available', 'status': 'False',
                                         'message': 'no endpoints'}]}}]}
            """);

    assertThat(MetricsApiCheck.of(Api.RESOURCE, true, services, Answers.ok("{}")))
        .isEqualTo(
            Diagnosis.fail(
                "metrics.k8s.io",
                "its APIService v1beta1.metrics.k8s.io is not available: no endpoints",
                "see the pods of kube-system/metrics-server"));
  }

  @ParameterizedTest
  @CsvSource({
    "DOCUMENTED, pods/free_available, OK, Pods free_available is served",
    "DOCUMENTED, pods/other, WARN, Pods free_available is not served: HPAs with it never scale down",
    "HEADROOM, free_needed, OK, External free_needed is served",
    "HEADROOM, pods/free_available, WARN, External free_needed is not served: HPAs with it never"
        + " scale down"
  })
  void theMetricThatHpasAreGivenMustBeServed(
      Encoding encoding, String served, Verdict verdict, String found) {
    Answer list = Answers.ok("{'resources': [{'name': '%s'}]}".formatted(served));

    Diagnosis diagnosis = DocumentedMetricCheck.of("web", metric(encoding, false), list, list);

    assertThat(diagnosis.verdict()).isEqualTo(verdict);
    assertThat(diagnosis.found()).isEqualTo(found);
  }

  @Test
  void aPlaceholderIsNotLookedFor() {
    assertThat(
            DocumentedMetricCheck.of(
                "sip", metric(Encoding.DOCUMENTED, true), NOT_FOUND, NOT_FOUND))
        .isEqualTo(
            Diagnosis.skip("metric of sip", "free_available is a placeholder; no HPA is given it"));
  }

  private static CapacityMetric metric(Encoding encoding, boolean placeholder) {
    return new CapacityMetric(
        "free_available",
        placeholder,
        BigDecimal.ONE,
        BigDecimal.valueOf(3),
        encoding,
        Optional.empty());
  }
}
