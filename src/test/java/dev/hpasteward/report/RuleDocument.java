package dev.hpasteward.report;

import dev.hpasteward.policy.RuleId;
import java.util.Locale;
import java.util.Optional;

/** docs/rules.md, written from what the program tells of each rule. */
final class RuleDocument {

  private RuleDocument() {}

  static String markdown() {
    StringBuilder text =
        new StringBuilder(
            """
            # Rules

            What `hpa-steward explain RULE` tells, of all rules. The action is the one that holds unless the policy
            says another (`actions` in [policy.md](policy.md)); how an object is exempt from one is in
            [exemptions.md](exemptions.md).

            | Rule | Action | What holds |
            |---|---|---|
            """);
    for (RuleId rule : RuleId.values()) {
      text.append(
          "| [%s](#%s) | %s | %s |\n"
              .formatted(rule.id(), rule.id(), action(rule), RuleText.of(rule).what()));
    }
    for (RuleId rule : RuleId.values()) {
      append(rule, RuleText.of(rule), text);
    }
    return text.toString();
  }

  private static void append(RuleId rule, RuleText words, StringBuilder text) {
    text.append("\n## ").append(rule.id()).append("\n\n");
    text.append(words.what()).append('\n').append(words.why()).append('\n');
    words
        .policy()
        .ifPresent(
            policy ->
                text.append("\nOnce the policy says of the service type:\n\n")
                    .append(yaml(policy)));
    String kind = words.kind().map(name -> ", in a " + name).orElse("");
    example("Bad" + kind, words.bad(), text);
    example("Good" + kind, words.good(), text);
    example("Bad", words.shownBad(), text);
    example("Good", words.shownGood(), text);
  }

  private static void example(String title, Optional<String> part, StringBuilder text) {
    part.ifPresent(yaml -> text.append('\n').append(title).append(":\n\n").append(yaml(yaml)));
  }

  private static String yaml(String text) {
    return "```yaml\n" + text.strip() + "\n```\n";
  }

  private static String action(RuleId rule) {
    return rule.defaultAction().name().toLowerCase(Locale.ROOT);
  }
}
