package dev.hpasteward.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpasteward.decision.Exemption;
import dev.hpasteward.decision.ExemptionOffer;
import dev.hpasteward.decision.Questions;
import dev.hpasteward.policy.ExemptionRules;
import dev.hpasteward.policy.LabelSelector;
import dev.hpasteward.policy.LabelSelector.Operator;
import dev.hpasteward.policy.LabelSelector.Requirement;
import dev.hpasteward.policy.Mode;
import dev.hpasteward.policy.Modes;
import dev.hpasteward.policy.ReasonPattern;
import dev.hpasteward.policy.RuleId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exemptions, and the way to restore a backup, in words. */
class ExemptionTextTest {

  private static Exemption until(String end, String reason) {
    return new Exemption(
        Set.of(RuleId.WINDOW_ORDER, RuleId.CPU_TARGET),
        reason,
        end.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(end)));
  }

  @ParameterizedTest(name = "{0}, {1}: {2}")
  @CsvSource({
    "2027-01-01T00:00:00Z, load test, exempt until 2026-12-31 (37 days left): load test",
    "2026-11-24T18:00:00Z, '', exempt until 2026-11-24 (0 days left)",
    "2026-11-25T00:00:00Z, ' ', exempt until 2026-11-24 (0 days left)",
    "'', why, 'exempt, without an end: why'",
    "+10000-01-01T00:00:00Z, why, exempt until 9999-12-31 (2912115 days left): why",
    "2027-01-01T00:00:00Z, '\u001b[31mr\u0435d', 'exempt until 2026-12-31 (37 days left): \\u001b[31mr\\u0435d'"
  })
  void aUseIsToldWithItsEndAndItsReason(String end, String reason, String text) {
    assertThat(ExemptionText.inUse(until(end, reason), Questions.NOW)).isEqualTo(text);
  }

  @Test
  void anEndIsToldWithTheRules() {
    assertThat(ExemptionText.expired(until("2026-11-01T00:00:00Z", "why")))
        .isEqualTo(
            "the exemption from cpu-target, window-order ended on 2026-10-31: mend the object and"
                + " remove the exempt annotations");
  }

  private static ExemptionOffer offer(
      Optional<ReasonPattern> pattern, Optional<Instant> latestEnd, Optional<String> approver) {
    return new ExemptionOffer(
        List.of(RuleId.CPU_TARGET, RuleId.WINDOW_ORDER),
        new ExemptionRules(
            true,
            true,
            pattern,
            OptionalInt.empty(),
            false,
            Set.of(),
            List.of(),
            new ExemptionRules.Approvers(Set.of(), Set.of())),
        latestEnd,
        approver);
  }

  @Test
  void anOfferIsReadyToBePasted() {
    assertThat(ExemptionText.offer(offer(Optional.empty(), Optional.empty(), Optional.empty())))
        .isEqualTo(
            """
            If it must be so for a while, exempt it in metadata.annotations:
              hpa-steward.dev/exempt: cpu-target,window-order
              hpa-steward.dev/exempt-reason: <why>
              hpa-steward.dev/exempt-until: <the last day>""");
  }

  @Test
  void anOfferNamesThePolicysConditions() {
    assertThat(
            ExemptionText.offer(
                offer(
                    Optional.of(new ReasonPattern("[A-Z]+-[0-9]+", reason -> true)),
                    Optional.of(Instant.parse("2027-02-23T00:00:00Z")),
                    Optional.empty())))
        .endsWith(
            "\n  hpa-steward.dev/exempt-reason: <a reason that matches [A-Z]+-[0-9]+>"
                + "\n  hpa-steward.dev/exempt-until: <a day until 2027-02-22>");
  }

  @Test
  void anOfferNamesWhomToAsk() {
    assertThat(
            ExemptionText.offer(
                offer(Optional.empty(), Optional.empty(), Optional.of("user jane or group ops"))))
        .startsWith(
            "If it must be so for a while, ask user jane or group ops to exempt it in"
                + " metadata.annotations:\n");
  }

  private static Optional<String> restore(Modes.Selected... selected) {
    return RestoreText.of(
        new Modes(List.of(selected), Mode.ENFORCE), Optional.of(Map.of("stage", "production")));
  }

  @Test
  void aBackupIsRestoredWhereALabelSwitchesToWarn() {
    LabelSelector warn = new LabelSelector(Map.of("mode", "warn"), List.of());
    LabelSelector expression =
        new LabelSelector(
            Map.of("mode", "any"), List.of(new Requirement("a", Operator.EXISTS, List.of())));

    assertThat(
            restore(
                new Modes.Selected(new LabelSelector(Map.of("mode", "off"), List.of()), Mode.OFF),
                new Modes.Selected(LabelSelector.EVERYTHING, Mode.WARN),
                new Modes.Selected(expression, Mode.WARN),
                new Modes.Selected(warn, Mode.WARN)))
        .contains("Restoring a backup? Label the namespace mode=warn while you do.");
    assertThat(restore(new Modes.Selected(expression, Mode.WARN))).isEmpty();
    assertThat(restore(new Modes.Selected(warn, Mode.AUDIT))).isEmpty();
    assertThat(restore()).isEmpty();
  }

  @Test
  void aLabelIsOnlyNamedWhereSettingItSwitchesThisNamespace() {
    LabelSelector warn = new LabelSelector(Map.of("mode", "warn"), List.of());
    LabelSelector production = new LabelSelector(Map.of("stage", "production"), List.of());
    LabelSelector test = new LabelSelector(Map.of("stage", "test"), List.of());
    LabelSelector named =
        new LabelSelector(Map.of("kubernetes.io/metadata.name", "old"), List.of());

    assertThat(
            restore(
                new Modes.Selected(production, Mode.ENFORCE), new Modes.Selected(warn, Mode.WARN)))
        .isEmpty();
    assertThat(
            restore(
                new Modes.Selected(named, Mode.WARN),
                new Modes.Selected(test, Mode.ENFORCE),
                new Modes.Selected(warn, Mode.WARN),
                new Modes.Selected(production, Mode.ENFORCE)))
        .contains("Restoring a backup? Label the namespace mode=warn while you do.");
    assertThat(restore(new Modes.Selected(named, Mode.WARN))).isEmpty();
  }
}
