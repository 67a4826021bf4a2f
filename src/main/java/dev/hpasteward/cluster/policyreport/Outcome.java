package dev.hpasteward.cluster.policyreport;

import dev.hpasteward.decision.Finding;
import dev.hpasteward.policy.Action;
import dev.hpasteward.policy.Mode;
import dev.hpasteward.policy.ScalingPolicy;
import java.util.Locale;

/**
 * What a result says, in the words of both report APIs; the worst first. There, {@code warn} is for
 * what does not count against anybody ("not scored").
 */
enum Outcome {
  /** It is refused if somebody writes it, or would be if the namespace were enforced. */
  FAIL,
  /** It is let through with a warning, or recorded. */
  WARN,
  /** An exemption excuses it. */
  SKIP;

  /**
   * In {@code Audit} a rule that denies is a failure, since a report is then the only place that
   * tells what enforcing would refuse; other engines report their audit modes so. In {@code Warn}
   * nothing is refused, and everybody is told at the write.
   */
  static Outcome of(Finding finding, Mode mode, ScalingPolicy policy) {
    if (finding.exemption().isPresent()) {
      return SKIP;
    }
    boolean denies =
        finding.action() == Action.DENY
            || (mode == Mode.AUDIT && policy.action(finding.rule()) == Action.DENY);
    return denies ? FAIL : WARN;
  }

  /** As the API writes it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
