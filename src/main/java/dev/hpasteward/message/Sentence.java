package dev.hpasteward.message;

import dev.hpasteward.decision.Finding;

/** A finding in one line that says all: rule, path, found, allowed. */
final class Sentence {

  private Sentence() {}

  static String of(Finding finding) {
    return finding.rule() + ": " + withoutRule(finding);
  }

  static String withoutRule(Finding finding) {
    return finding.path() + ": found " + finding.found() + ", allowed " + finding.allowed();
  }
}
