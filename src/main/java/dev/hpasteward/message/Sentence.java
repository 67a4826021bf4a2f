package dev.hpasteward.message;

import dev.hpasteward.decision.Finding;

/** A finding in one line that says all: rule, path, found, allowed. */
public final class Sentence {

  /** Characters of what was found that are told at most: a number may have thousands of digits. */
  private static final int LONGEST_FOUND = 400;

  private Sentence() {}

  public static String of(Finding finding) {
    return finding.rule() + ": " + withoutRule(finding);
  }

  static String withoutRule(Finding finding) {
    return finding.path() + ": found " + found(finding) + ", allowed " + finding.allowed();
  }

  static String found(Finding finding) {
    String found = finding.found();
    return found.length() <= LONGEST_FOUND ? found : found.substring(0, LONGEST_FOUND) + "...";
  }
}
