package dev.hpasteward.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.check.Examination.Extent;
import dev.hpasteward.document.ManifestText;
import dev.hpasteward.document.Rewriting;
import dev.hpasteward.policy.RuleId;
import dev.hpasteward.source.Mistake;
import dev.hpasteward.source.PolicySource;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An HPA of autoscaling/v1, which has metrics and behavior in annotations. */
class VersionOneTest {

  private static final String TEXT =
      """
      apiVersion: autoscaling/v1
      kind: HorizontalPodAutoscaler
      metadata:
        name: a
        labels: {hpa-steward.dev/service-type: sfu}
        annotations:
          autoscaling.alpha.kubernetes.io/metrics: |
            [{"type":"Resource","resource":{"name":"memory","targetAverageUtilization":90}}]
          autoscaling.alpha.kubernetes.io/behavior: >-
            {"ScaleUp":{"StabilizationWindowSeconds":900}}
      spec:
        maxReplicas: 5
        targetCPUUtilizationPercentage: 90
        scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: a}
      """;

  private static final String PLAIN = TEXT.replaceAll("(?s)  annotations:.*(?=spec:)", "");

  VersionOneTest() {}

  private static Examination examination(ManifestText text) {
    return Examination.of(
        List.of(text),
        Settings.ofFiles(
            PolicySource.embedded(),
            "default",
            Map.of(),
            KubernetesVersion.CURRENT,
            EnumSet.allOf(RuleId.class),
            Instant.parse("2026-11-28T12:00:00Z")));
  }

  private static ManifestText text(String text) throws CharacterCodingException {
    return ManifestText.of("v1.yaml", text.getBytes(StandardCharsets.UTF_8));
  }

  /** Such as {@code 8:3 cpu-target}. */
  private static List<String> findings(String text) throws CharacterCodingException {
    return examination(text(text)).result().verdicts().get(0).findings().stream()
        .map(
            placed ->
                "%d:%d %s"
                    .formatted(
                        placed.position().line(),
                        placed.position().column(),
                        placed.finding().rule().id()))
        .toList();
  }

  private static Rewriting.Result fixed(String text) throws CharacterCodingException {
    var wanted = examination(text(text)).wanted(Extent.POLICY);
    return Rewriting.of(wanted.keySet().iterator().next(), wanted.values().iterator().next());
  }

  @Test
  void eachFindingStandsWhereItsValueIsWritten() throws CharacterCodingException {
    assertThat(findings(TEXT))
        .containsExactlyInAnyOrder(
            "7:46 memory-target", "13:35 cpu-target", "9:47 scale-up-window", "9:47 window-order");
    assertThat(findings(PLAIN)).containsExactly("8:35 cpu-target");
  }

  @Test
  void withoutAMetricTheFindingOnTheDefaultStandsAtTheSpec() throws CharacterCodingException {
    assertThat(findings(PLAIN.replace("  targetCPUUtilizationPercentage: 90\n", "")))
        .containsExactly("6:1 cpu-target");
  }

  @Test
  void theCpuTargetIsFixedAndWhatStandsInAnnotationsIsTold() throws CharacterCodingException {
    Rewriting.Result result = fixed(TEXT);

    assertThat(result.text())
        .contains("  targetCPUUtilizationPercentage: 60\n", "\"targetAverageUtilization\":90");
    assertThat(result.changed()).hasSize(1);
    assertThat(result.refused())
        .extracting(Mistake::toString)
        .containsExactlyInAnyOrder(
            "v1.yaml:7:46: autoscaling/v1 has no field for"
                + " spec.metrics[0].resource.target.averageUtilization; write autoscaling/v2, or"
                + " correct it by hand",
            "v1.yaml:9:47: autoscaling/v1 has no field for"
                + " spec.behavior.scaleUp.stabilizationWindowSeconds; write autoscaling/v2, or"
                + " correct it by hand");
  }

  @Test
  void whatAdmissionFillsInIsNotMissed() throws CharacterCodingException {
    Rewriting.Result result = fixed(PLAIN);

    assertThat(result.text()).contains("  targetCPUUtilizationPercentage: 60\n");
    assertThat(result.refused()).isEmpty();
  }

  @Test
  void whereNothingCanBeFixedNothingIsChanged() throws CharacterCodingException {
    Rewriting.Result result =
        fixed(TEXT.replace("targetCPUUtilizationPercentage: 90", "minReplicas: 1"));

    assertThat(result.text()).contains("\"targetAverageUtilization\":90");
    assertThat(result.refused()).hasSizeGreaterThanOrEqualTo(2);
  }
}
