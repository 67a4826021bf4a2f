package dev.hpasteward.rules;

import dev.hpasteward.model.Edit;
import dev.hpasteward.model.FieldPath;
import dev.hpasteward.policy.RuleId;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a rule has against an object. The texts are parts of a sentence, free of control characters.
 *
 * @param rule which rule
 * @param path the value that it is about
 * @param found what is there, such as {@code 80}
 * @param allowed what may be there, such as {@code 31 to 50}
 * @param fix what to do, in the imperative
 * @param explanation why, where found and allowed do not say it
 * @param distance how far the value is from the limit, at least 0, comparable only with the same
 *     rule's; empty where it can't be measured
 * @param correction the edit that mends it, where one value is the obvious one
 */
public record Violation(
    RuleId rule,
    FieldPath path,
    String found,
    String allowed,
    String fix,
    Optional<String> explanation,
    OptionalDouble distance,
    Optional<Edit> correction) {

  public static Violation of(
      RuleId rule, FieldPath path, String found, String allowed, String fix) {
    return new Violation(
        rule,
        path,
        found,
        allowed,
        fix,
        Optional.empty(),
        OptionalDouble.empty(),
        Optional.empty());
  }

  public Violation because(String why) {
    return new Violation(rule, path, found, allowed, fix, Optional.of(why), distance, correction);
  }

  public Violation distance(double far) {
    return new Violation(
        rule, path, found, allowed, fix, explanation, OptionalDouble.of(far), correction);
  }

  /** With the value that would be right at the very place that the violation is about. */
  public Violation correctedBy(Object value) {
    return correctedAt(path, value);
  }

  public Violation correctedAt(FieldPath where, Object value) {
    return new Violation(
        rule,
        path,
        found,
        allowed,
        fix,
        explanation,
        distance,
        Optional.of(new Edit(where, value)));
  }
}
