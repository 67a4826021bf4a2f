package dev.hpasteward.source;

import dev.hpasteward.policy.Action;
import dev.hpasteward.policy.RuleId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables of docs/policy.md, made of the fields. */
final class FieldTables {
  private FieldTables() {}

  static String markdown() {
    return Stream.of(
            table("The document", "", PolicyFields.DOCUMENT),
            rules(),
            table("Service types", PolicyFields.TYPE, ServiceTypeFields.ALL),
            table("Modes", PolicyFields.MODES, GovernanceFields.MODES),
            table("Exemptions", PolicyFields.EXEMPTIONS, GovernanceFields.EXEMPTIONS),
            table("Selectors", PolicyFields.SELECTOR, GovernanceFields.SELECTOR))
        .collect(Collectors.joining("\n"));
  }

  private static String table(String title, String prefix, List<Field> fields) {
    String under =
        switch (prefix) {
          case "" -> "";
          case PolicyFields.SELECTOR -> "Under each `selector` and `namespaceSelector`:\n\n";
          default -> "Under `%s`:\n\n".formatted(prefix.replace("*", "<name>"));
        };
    return fields.stream()
        .map(field -> row(prefix, field))
        .collect(
            Collectors.joining(
                "",
                "### "
                    + title
                    + "\n\n"
                    + under
                    + "| field | value | default | meaning | number from |\n|---|---|---|---|---|\n",
                ""));
  }

  /** What may stand under {@code spec.actions}, and what holds if it doesn't. */
  private static String rules() {
    StringBuilder rules = new StringBuilder("### Rules\n\nTheir actions by default:\n\n");
    for (Action action : Action.values()) {
      String ids =
          Stream.of(RuleId.values())
              .filter(rule -> rule.defaultAction() == action)
              .map(rule -> "`" + rule + "`")
              .collect(Collectors.joining(", "));
      if (!ids.isEmpty()) {
        rules.append("- `").append(Word.written(action)).append("`: ").append(ids).append('\n');
      }
    }
    return rules.toString();
  }

  private static String row(String prefix, Field field) {
    return "| %s | %s | %s | %s | %s |\n"
        .formatted(
            name(prefix, field.path()),
            field.form().map(Form::words).orElseGet(() -> shape(field)),
            field.defaultInWords(),
            field.text(),
            field.origin());
  }

  private static String name(String prefix, String path) {
    if (path.equals(prefix)) {
      return "each";
    }
    return "`" + (prefix.isEmpty() ? path : path.substring(prefix.length() + 1)) + "`";
  }

  private static String shape(Field field) {
    if (PolicySchema.isSelector(field)) {
      return "a selector";
    }
    boolean list =
        PolicyFields.all().stream().anyMatch(other -> other.path().equals(field.path() + "[]"));
    return list ? "a list" : "a mapping";
  }
}
