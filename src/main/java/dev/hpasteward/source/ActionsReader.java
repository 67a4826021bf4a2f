package dev.hpasteward.source;

import dev.hpasteward.policy.Action;
import dev.hpasteward.policy.RuleId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Reads {@code actions}: rules whose action differs from their default. */
final class ActionsReader {

  private static final Word<Action> ACTION = Word.of(Action.class);

  private ActionsReader() {}

  static Map<RuleId, Action> read(Value value) {
    Map<RuleId, Action> actions = new EnumMap<>(RuleId.class);
    for (Entry entry : value.entries().orElse(List.of())) {
      ACTION
          .read(entry.value())
          .ifPresent(
              action -> RuleId.of(entry.name()).ifPresent(rule -> actions.put(rule, action)));
      if (RuleId.of(entry.name()).isEmpty()) {
        reportUnknownRule(entry);
      }
    }
    return actions;
  }

  private static void reportUnknownRule(Entry entry) {
    entry.key().mistake("unknown rule, allowed the id of a rule; " + RuleName.fix(entry.name()));
  }
}
