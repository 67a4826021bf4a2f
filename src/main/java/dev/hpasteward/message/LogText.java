package dev.hpasteward.message;

import dev.hpasteward.decision.Dates;
import dev.hpasteward.decision.Exemption;
import dev.hpasteward.decision.Finding;
import dev.hpasteward.model.Excerpt;
import java.util.List;
import java.util.stream.Collectors;

/** Findings as part of one line of the log. */
public final class LogText {

  private LogText() {}

  /** At most as many as a denial tells. */
  public static String of(List<Finding> findings) {
    String told =
        findings.stream()
            .limit(Denial.MOST_FINDINGS)
            .map(LogText::of)
            .collect(Collectors.joining("; "));
    int more = findings.size() - Denial.MOST_FINDINGS;
    return more > 0 ? told + "; and " + more + " more" : told;
  }

  private static String of(Finding finding) {
    return Sentence.of(finding) + finding.exemption().map(LogText::exempt).orElse("");
  }

  private static String exempt(Exemption exemption) {
    return " (exempt until %s: %s)"
        .formatted(
            exemption.until().map(Dates::lastDay).orElse("ever"),
            Excerpt.quoted(exemption.reason()));
  }
}
