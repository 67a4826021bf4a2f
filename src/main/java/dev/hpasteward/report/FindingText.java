package dev.hpasteward.report;

import dev.hpasteward.decision.Finding;
import dev.hpasteward.message.Sentence;

/** A finding in several words, the same in each form. */
final class FindingText {

  private FindingText() {}

  /** What is wrong, why and what to do, in one line each. */
  static String whole(Finding finding) {
    StringBuilder text = new StringBuilder(Sentence.of(finding));
    finding.explanation().ifPresent(why -> text.append("\nwhy: ").append(why));
    return text.append("\nfix: ").append(finding.fix()).toString();
  }
}
