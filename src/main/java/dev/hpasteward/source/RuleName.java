package dev.hpasteward.source;

import dev.hpasteward.policy.NearestName;
import dev.hpasteward.policy.RuleId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The id of a rule. */
record RuleName() implements Kind<RuleId> {

  static final List<String> ALL = Stream.of(RuleId.values()).map(RuleId::id).toList();

  @Override
  public Optional<RuleId> read(Value value) {
    Optional<RuleId> rule = value.text().flatMap(RuleId::of);
    if (rule.isEmpty()) {
      value.reject("the id of a rule", fix(value.letters().orElse("")));
    }
    return rule;
  }

  @Override
  public RuleId standIn() {
    return RuleId.CPU_TARGET;
  }

  /** How to correct a name that is no rule's. */
  static String fix(String name) {
    return NearestName.of(name, ALL)
        .map(nearest -> "write " + nearest)
        .orElse("write one of " + String.join(", ", ALL));
  }
}
