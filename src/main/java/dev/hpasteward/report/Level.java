package dev.hpasteward.report;

import dev.hpasteward.decision.Finding;
import dev.hpasteward.policy.Action;
import java.util.Locale;

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

  /** In small letters, in the colour that it has on a terminal. */
  String word(TextReport.Colours colours) {
    String word = name().toLowerCase(Locale.ROOT);
    return switch (this) {
      case ERROR -> colours.bad(word);
      case WARNING -> colours.warning(word);
      case NOTE -> colours.faint(word);
    };
  }
}
