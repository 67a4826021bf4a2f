package dev.hpasteward.report;

import dev.hpasteward.check.Examination;
import dev.hpasteward.check.Verdict;
import dev.hpasteward.policy.Action;
import dev.hpasteward.policy.ScalingPolicy;
import dev.hpasteward.source.Mistake;
import java.util.List;

/**
 * What a call to {@code check} came to.
 *
 * @param policy what was gone by
 * @param result each object's verdict, and what can't be read
 * @param warningsAsErrors whether warnings and corrections count as what is wrong
 */
public record Checked(ScalingPolicy policy, Examination.Result result, boolean warningsAsErrors) {

  List<Verdict> verdicts() {
    return result.verdicts();
  }

  List<Mistake> mistakes() {
    return result.mistakes();
  }

  /** Whether the call ends with 1 for it. */
  public boolean isBad(Verdict verdict) {
    return verdict.outcome() == Verdict.Outcome.DENIED
        || (warningsAsErrors && (!verdict.corrected().isEmpty() || isWarnedAbout(verdict)));
  }

  /** What is exempt is told of too, but was agreed on. */
  private static boolean isWarnedAbout(Verdict verdict) {
    return verdict.findings().stream()
        .map(Verdict.Placed::finding)
        .anyMatch(finding -> finding.action() == Action.WARN && finding.exemption().isEmpty());
  }

  /** How many objects came off like this. */
  long count(Verdict.Outcome outcome) {
    return verdicts().stream().filter(verdict -> verdict.outcome() == outcome).count();
  }

  /** Such as {@code 3 objects: 1 denied, 1 with warnings, 1 fine}. */
  String summary() {
    StringBuilder text = new StringBuilder();
    long governed = verdicts().size() - count(Verdict.Outcome.UNGOVERNED);
    text.append(counted(governed, "object")).append(" under policy");
    if (governed > 0) {
      text.append(": ")
          .append(count(Verdict.Outcome.DENIED))
          .append(" denied, ")
          .append(count(Verdict.Outcome.WARNED))
          .append(" with warnings, ")
          .append(count(Verdict.Outcome.ALLOWED))
          .append(" fine");
    }
    long aside =
        count(Verdict.Outcome.UNGOVERNED)
            + result.others().values().stream().mapToLong(Integer::longValue).sum();
    if (aside > 0) {
      text.append("; ").append(counted(aside, "other"));
    }
    if (!mistakes().isEmpty()) {
      text.append("; ").append(mistakes().size()).append(" unreadable");
    }
    return text.toString();
  }

  private static String counted(long count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }
}
