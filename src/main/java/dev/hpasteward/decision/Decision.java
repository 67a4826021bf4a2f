package dev.hpasteward.decision;

import dev.hpasteward.policy.Action;
import dev.hpasteward.policy.Mode;
import java.util.List;
import java.util.Optional;

/**
 * What the policy says about an object.
 *
 * @param governance whether it has a say at all
 * @param mode how much is done in the object's namespace
 * @param findings everything that it has against the object
 * @param expired an exemption of the object that is over
 * @param offer what the object may be exempt from, where something is denied
 */
public record Decision(
    Governance governance,
    Mode mode,
    List<Finding> findings,
    Optional<Exemption> expired,
    Optional<ExemptionOffer> offer) {

  public Decision {
    findings = List.copyOf(findings);
  }

  /** Whether the write is to be refused. */
  public boolean denied() {
    for (Finding finding : findings) {
      if (finding.action() == Action.DENY) {
        return true;
      }
    }
    return false;
  }

  /** The findings with this action, in their order. */
  public List<Finding> findings(Action action) {
    return findings.stream().filter(finding -> finding.action() == action).toList();
  }
}
