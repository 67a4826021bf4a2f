package dev.hpasteward.decision;

import dev.hpasteward.model.Edit;
import dev.hpasteward.model.FieldPath;
import dev.hpasteward.policy.Action;
import dev.hpasteward.policy.RuleId;
import dev.hpasteward.rules.Violation;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A violation, and what follows from it.
 *
 * @param rule which rule
 * @param action what follows here and now: mode, ratchet and exemption included
 * @param ruled what the policy says to follow from the rule, whoever writes what and where
 * @param standing whether the write brings it
 * @param exemption the exemption that it falls under
 * @param path the value that it is about
 * @param found what is there
 * @param allowed what may be there
 * @param fix what to do, in the imperative
 * @param explanation why, where found and allowed do not say it
 * @param distance how far the value is from the limit; empty where it can't be measured
 * @param correction the edit that mends it, where there is one
 */
public record Finding(
    RuleId rule,
    Action action,
    Action ruled,
    Standing standing,
    Optional<Exemption> exemption,
    FieldPath path,
    String found,
    String allowed,
    String fix,
    Optional<String> explanation,
    OptionalDouble distance,
    Optional<Edit> correction) {

  /** Whether the write would be refused for it if it had not been there before. */
  public boolean tolerated() {
    return ruled == Action.DENY && standing == Standing.INHERITED;
  }

  static Finding of(
      Violation violation,
      Action action,
      Action ruled,
      Standing standing,
      Optional<Exemption> exemption) {
    return new Finding(
        violation.rule(),
        action,
        ruled,
        standing,
        exemption,
        violation.path(),
        violation.found(),
        violation.allowed(),
        violation.fix(),
        violation.explanation(),
        violation.distance(),
        violation.correction());
  }
}
