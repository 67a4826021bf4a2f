package dev.hpasteward.rules;

import static dev.hpasteward.policy.RuleId.ANNOTATION_MISMATCH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.model.Container;
import dev.hpasteward.model.FieldPath;
import dev.hpasteward.model.Workload;
import dev.hpasteward.model.Workloads;
import dev.hpasteward.policy.StrategyPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnnotationMismatchRuleTest {

  @ParameterizedTest(name = "{0}: {1}, not {2}")
  @CsvSource({
    "prometheus.io/scrape, false, true",
    "prometheus.io/port, 9091, 9090",
    "prometheus.io/path, /, /metrics"
  })
  void aDifferingAnnotationOfThePodsIsToldWithItsCorrection(
      String key, String found, String right) {
    FieldPath path = FieldPath.of("spec.template.metadata.annotations").key(key);

    assertThat(
            Judged.workload(
                    Workloads.podsAnnotated(Workloads.of("livekit-egress"), key, found),
                    StrategyPolicy.egress())
                .violations())
        .containsExactly(
            Violation.of(
                    ANNOTATION_MISMATCH,
                    path,
                    '"' + found + '"',
                    '"' + right + '"',
                    "set it to \"" + right + "\" or remove it")
                .correctedBy(right));
  }

  @Test
  void equalOrAbsentAnnotationsPass() {
    Workload egress = Workloads.of("livekit-egress");

    assertThat(Judged.workload(egress, StrategyPolicy.egress()).violations()).isEmpty();
    assertThat(
            Judged.workload(
                    Workloads.podsAnnotated(egress, "prometheus.io/port", "9090"),
                    StrategyPolicy.egress())
                .violations())
        .isEmpty();
  }

  @Test
  void annotationsOfTheDeploymentItselfAreNotThoseOfItsPods() {
    assertThat(
            Judged.workload(
                    Workloads.annotated(Workloads.of("livekit-egress"), "prometheus.io/port", "1"),
                    StrategyPolicy.egress())
                .violations())
        .isEmpty();
  }

  @Test
  void aContainerPortNamedMetricsGoesBeforeThePolicysPort() {
    Workload listening =
        Workloads.listening(Workloads.of("livekit-egress"), new Container.Port("metrics", 7070));

    assertThat(
            Judged.workload(
                    Workloads.podsAnnotated(listening, "prometheus.io/port", "9090"),
                    StrategyPolicy.egress())
                .violations())
        .extracting(Violation::allowed)
        .containsExactly("\"7070\"");
  }

  @Test
  void whereNoPortIsKnownNothingIsExpected() {
    assertThat(
            Judged.workload(
                    Workloads.podsAnnotated(Workloads.of("sip"), "prometheus.io/scrape", "false"),
                    StrategyPolicy.sip())
                .violations())
        .isEmpty();
  }
}
