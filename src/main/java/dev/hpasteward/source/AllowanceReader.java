package dev.hpasteward.source;

import dev.hpasteward.policy.ExemptionRules.Allowance;
import dev.hpasteward.policy.LabelSelector;
import dev.hpasteward.policy.RuleId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads {@code allow}: where which rules may be exempted from. */
final class AllowanceReader {

  private final Set<RuleId> never;
  private final Set<String> serviceTypes;

  /**
   * A reader.
   *
   * @param never rules that can't be allowed
   * @param serviceTypes those that the document has
   */
  AllowanceReader(Set<RuleId> never, Set<String> serviceTypes) {
    this.never = never;
    this.serviceTypes = serviceTypes;
  }

  List<Allowance> read(Value list) {
    List<Allowance> allowances = new ArrayList<>();
    for (Value item : list.items()) {
      Section section = Section.of(item, "namespaceSelector", "rules", "serviceTypes");
      allowances.add(
          new Allowance(
              section
                  .value("namespaceSelector")
                  .flatMap(SelectorReader::read)
                  .orElse(LabelSelector.EVERYTHING),
              section.value("rules").map(this::rules).orElse(Set.of()),
              section.value("serviceTypes").map(this::types).orElse(Set.of())));
    }
    return allowances;
  }

  private Set<RuleId> rules(Value list) {
    Set<RuleId> rules = new HashSet<>();
    for (Value item : list.items()) {
      new RuleName()
          .read(item)
          .ifPresent(
              rule -> {
                if (never.contains(rule)) {
                  item.mistake(
                      "found %s, which `never` names; remove it here or there".formatted(rule));
                }
                rules.add(rule);
              });
    }
    return rules;
  }

  private Set<String> types(Value list) {
    // Without service types there is a mistake already, and no name to suggest.
    return serviceTypes.isEmpty() ? Set.of() : Set.copyOf(list.items(Word.oneOf(serviceTypes)));
  }
}
