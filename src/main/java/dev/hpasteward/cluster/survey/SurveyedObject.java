package dev.hpasteward.cluster.survey;

import dev.hpasteward.decision.Exemption;
import dev.hpasteward.decision.Finding;
import dev.hpasteward.model.Subject;
import java.util.List;
import java.util.Optional;

/**
 * An object, and what the policy has against it.
 *
 * @param subject the object as it was last seen
 * @param findings as if it were written now; what an exemption excuses is among them and says so
 * @param expired an exemption of the object that is over
 */
public record SurveyedObject(Subject subject, List<Finding> findings, Optional<Exemption> expired) {

  public SurveyedObject {
    findings = List.copyOf(findings);
  }
}
