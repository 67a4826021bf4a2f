package dev.hpasteward.message;

import dev.hpasteward.decision.Decision;
import dev.hpasteward.decision.Finding;
import dev.hpasteward.model.Edit;
import dev.hpasteward.policy.Action;
import java.util.List;
import java.util.Optional;

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

  /** What would have been changed; empty if nothing would. */
  public static Optional<String> notMade(List<Finding> corrections, List<Edit> additions) {
    return Optional.of(Warnings.paths(corrections, additions))
        .filter(paths -> !paths.isEmpty())
        .map(paths -> "mode Audit, so not filled in: " + paths);
  }

  /** Each finding for which a write would be refused. */
  public static List<String> denials(Decision decision) {
    return decision.findings(Action.DENY).stream()
        .limit(Denial.MOST_FINDINGS)
        .map(Sentence::of)
        .toList();
  }

  private static String sentence(Finding finding) {
    return finding
        .exemption()
        .map(exemption -> Sentence.of(finding) + ", " + ExemptionText.inUse(exemption))
        .orElseGet(() -> Sentence.of(finding));
  }
}
