package dev.hpasteward.message;

import dev.hpasteward.decision.Decision;
import dev.hpasteward.decision.Finding;
import dev.hpasteward.policy.Action;
import java.util.List;

/** What a platform team reads in the log, since its authors are not shown it or may ignore it. */
public final class Recorded {

  private Recorded() {}

  /** Each finding that is only recorded, and each that an exemption excuses. */
  public static List<String> of(Decision decision) {
    return decision.findings().stream()
        .filter(finding -> finding.action() == Action.AUDIT || finding.exemption().isPresent())
        .limit(Denial.MOST_FINDINGS)
        .map(Recorded::sentence)
        .toList();
  }

  private static String sentence(Finding finding) {
    return finding
        .exemption()
        .map(exemption -> Sentence.of(finding) + ", " + ExemptionText.inUse(exemption))
        .orElseGet(() -> Sentence.of(finding));
  }
}
