package dev.hpasteward.report;

import dev.hpasteward.decision.Finding;
import dev.hpasteward.policy.Action;

/** How grave a finding is to who reads of it. */
enum Level {
  ERROR,
  WARNING,
  NOTE;

  static Level of(Finding finding) {
    return finding.exemption().isPresent() ? NOTE : of(finding.action());
  }

  static Level of(Action action) {
    return switch (action) {
      case DENY -> ERROR;
      case WARN -> WARNING;
      case AUDIT -> NOTE;
    };
  }
}
