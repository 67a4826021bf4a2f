package dev.hpasteward.report;

import dev.hpasteward.check.Verdict;
import dev.hpasteward.decision.Finding;
import dev.hpasteward.message.Sentence;
import dev.hpasteward.source.Position;

/** A finding in several words, the same in each form. */
final class FindingText {

  private FindingText() {}

  /** What is wrong, why and what to do, in one line each. */
  static String whole(Finding finding) {
    StringBuilder text = new StringBuilder(Sentence.of(finding));
    finding.explanation().ifPresent(why -> text.append("\nwhy: ").append(why));
    return text.append("\nfix: ").append(finding.fix()).toString();
  }

  /** Where it is, such as {@code hpa.yaml:12:5}; of an object in a cluster, its namespace. */
  static String place(Verdict verdict, Verdict.Placed placed) {
    String source = verdict.manifest().place().source();
    Position at = placed.position();
    return at.line() > 0 ? source + ":" + at.line() + ":" + at.column() : source;
  }
}
