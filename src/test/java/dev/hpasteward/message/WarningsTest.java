package dev.hpasteward.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.decision.Finding;
import dev.hpasteward.policy.RuleId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WarningsTest {

  private static Finding finding(String path, String fix) {
    return Findings.finding(RuleId.SCALE_UP_THRESHOLD, path, fix, Optional.empty());
  }

  @Test
  void aFindingIsTwoWarnings() {
    assertThat(Warnings.of(List.of(finding("spec.a", "set it to two"))))
        .containsExactly(
            "scale-up-threshold: spec.a: found one, allowed two",
            "scale-up-threshold: set it to two");
  }

  @Test
  void theReasonGoesBeforeFoundAndAllowed() {
    Finding explained =
        Findings.finding(RuleId.INVERTED_METRIC, "spec.a", "turn it", Optional.of("it falls"));

    assertThat(Warnings.of(List.of(explained)))
        .containsExactly("inverted-metric: it falls", "inverted-metric: turn it");
  }

  @Test
  void aFixOfSeveralFindingsComesOnceAfterThem() {
    assertThat(
            Warnings.of(
                List.of(
                    finding("spec.a", "set it to two"),
                    finding("spec.b", "set it to three"),
                    finding("spec.c", "set it to two"),
                    finding("spec.a", "set it to two"))))
        .containsExactly(
            "scale-up-threshold: spec.a: found one, allowed two",
            "scale-up-threshold: spec.c: found one, allowed two",
            "scale-up-threshold: set it to two",
            "scale-up-threshold: spec.b: found one, allowed two",
            "scale-up-threshold: set it to three");
  }

  @Test
  void aLongSentenceIsBrokenBetweenWordsAndEachLineNamesTheRule() {
    List<String> warnings = Warnings.of("word ".repeat(60).strip());

    assertThat(warnings).hasSize(3);
    assertThat(warnings)
        .allSatisfy(
            line ->
                assertThat(line)
                    .startsWith("hpa-steward: word")
                    .endsWith("word")
                    .hasSizeLessThanOrEqualTo(120));
    assertThat(warnings.stream().mapToInt(line -> line.split("word", -1).length - 1).sum())
        .isEqualTo(60);
  }

  @Test
  void aLineOfExactlyTheGreatestLengthStaysWhole() {
    String text = "x".repeat(120 - "hpa-steward: ".length());

    assertThat(Warnings.of(text)).containsExactly("hpa-steward: " + text);
    assertThat(Warnings.of(text + "y")).containsExactly("hpa-steward: " + text, "hpa-steward: y");
  }

  @Test
  void aCorrectionSaysWhatItWasAndWhatItIs() {
    assertThat(
            Warnings.corrected(
                List.of(
                    Findings.corrected(RuleId.CPU_TARGET, "spec.a", "80", 50),
                    Findings.corrected(RuleId.ANNOTATION_MISMATCH, "spec.b", "\"1\"", "2"),
                    Findings.corrected(
                        RuleId.METRIC_TYPE,
                        "spec.c",
                        "averageValue 1",
                        Map.of("type", "Utilization", "averageUtilization", 50)))))
        .containsExactly(
            "cpu-target: corrected spec.a from 80 to 50",
            "annotation-mismatch: corrected spec.b from \"1\" to \"2\"",
            "metric-type: corrected spec.c from averageValue 1 to averageUtilization 50");
  }

  @Test
  void oneEditOfTwoRulesIsOneCorrection() {
    assertThat(
            Warnings.corrected(
                List.of(
                    Findings.corrected(RuleId.SCALE_UP_WINDOW, "spec.a", "400", 15),
                    Findings.corrected(RuleId.WINDOW_ORDER, "spec.a", "400, too long", 15))))
        .containsExactly("scale-up-window: corrected spec.a from 400 to 15");
  }

  @Test
  void whatFitsIsNotLimited() {
    List<String> warnings = Collections.nCopies(32, "x".repeat(120));

    assertThat(Warnings.limited(warnings)).isEqualTo(warnings);
  }

  @Test
  void theRestIsCountedInsideTheTotal() {
    List<String> warnings =
        IntStream.range(0, 100).mapToObj(i -> "%03d".formatted(i) + "x".repeat(117)).toList();

    List<String> limited = Warnings.limited(warnings);

    assertThat(limited)
        .hasSize(33)
        .startsWith(warnings.get(0))
        .endsWith("hpa-steward: and 68 more warnings");
    assertThat(limited.stream().mapToInt(String::length).sum()).isLessThanOrEqualTo(4096);
  }
}
