package dev.hpasteward.decision;

import dev.hpasteward.policy.Action;
import java.util.List;

/**
 * What the policy says about an object.
 *
 * @param governance whether it has a say at all
 * @param findings everything that it has against the object
 */
public record Decision(Governance governance, List<Finding> findings) {

  public Decision {
    findings = List.copyOf(findings);
  }

  /** Whether the write is to be refused. */
  public boolean denied() {
    return findings.stream().anyMatch(finding -> finding.action() == Action.DENY);
  }

  /** The findings with this action, in their order. */
  public List<Finding> findings(Action action) {
    return findings.stream().filter(finding -> finding.action() == action).toList();
  }
}
