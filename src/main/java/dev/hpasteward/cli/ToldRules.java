package dev.hpasteward.cli;

import dev.hpasteward.policy.RuleId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** The rules that a person wants to hear of. */
final class ToldRules {

  @Option(
      names = "--only",
      paramLabel = "RULE",
      split = ",",
      completionCandidates = RuleNames.class,
      description = "Tell only of these rules.")
  private List<String> only = List.of();

  @Option(
      names = "--skip",
      paramLabel = "RULE",
      split = ",",
      completionCandidates = RuleNames.class,
      description = "Do not tell of these rules.")
  private List<String> skip = List.of();

  ToldRules() {}

  /**
   * The rules.
   *
   * @throws UnusableInput if a name is none of a rule
   */
  Set<RuleId> rules() {
    Set<RuleId> rules =
        only.isEmpty() ? EnumSet.allOf(RuleId.class) : EnumSet.copyOf(named("--only", only));
    rules.removeAll(named("--skip", skip));
    return rules;
  }

  private static List<RuleId> named(String option, List<String> names) {
    List<RuleId> rules = new ArrayList<>();
    for (String name : names) {
      rules.add(
          RuleId.of(name)
              .orElseThrow(() -> new UnusableInput(option + ": " + RuleNames.unknown(name))));
    }
    return rules;
  }
}
