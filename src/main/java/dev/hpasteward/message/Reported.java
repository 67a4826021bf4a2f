package dev.hpasteward.message;

import dev.hpasteward.decision.Exemption;
import dev.hpasteward.decision.Finding;
import dev.hpasteward.model.Autoscaler;
import dev.hpasteward.model.Excerpt;
import dev.hpasteward.model.Subject;
import java.util.Optional;

/** A finding about an object that is there already, for a report that people read later. */
public final class Reported {

  private Reported() {}

  /**
   * What is wrong, why, and what to do; or that it is exempt. Says the same until something
   * changes: no days are counted.
   *
   * @param subject the object that the finding is about; an HPA is named, since a workload may have
   *     several
   * @param expired an exemption of the object that is over
   */
  public static String of(Subject subject, Finding finding, Optional<Exemption> expired) {
    StringBuilder text = new StringBuilder();
    if (subject instanceof Autoscaler) {
      text.append("HPA ").append(Excerpt.plain(subject.metadata().name())).append(": ");
    }
    text.append(Sentence.of(finding));
    if (finding.exemption().isPresent()) {
      return text.append(", ").append(ExemptionText.inUse(finding.exemption().get())).toString();
    }
    finding.explanation().ifPresent(why -> text.append("\n  why: ").append(why));
    text.append("\n  fix: ").append(finding.fix());
    expired
        .filter(over -> over.rules().contains(finding.rule()))
        .ifPresent(over -> text.append("\n  ").append(ExemptionText.expired(over)));
    return text.toString();
  }
}
