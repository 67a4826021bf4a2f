package dev.hpasteward.source;

import dev.hpasteward.policy.LabelSelector;
import dev.hpasteward.policy.LabelSelector.Operator;
import dev.hpasteward.policy.LabelSelector.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What selectors mean together. */
final class Selectors {
  private Selectors() {}

  /** Whether there are labels that all of them match. */
  static boolean canHoldTogether(LabelSelector... selectors) {
    Map<String, List<Requirement>> byKey =
        Stream.of(selectors)
            .flatMap(Selectors::requirements)
            .collect(Collectors.groupingBy(Requirement::key));
    return byKey.values().stream().allMatch(Selectors::canHold);
  }

  static boolean isEmpty(LabelSelector selector) {
    return selector.matchLabels().isEmpty() && selector.matchExpressions().isEmpty();
  }

  private static Stream<Requirement> requirements(LabelSelector selector) {
    return Stream.concat(
        selector.matchLabels().entrySet().stream()
            .map(label -> new Requirement(label.getKey(), Operator.IN, List.of(label.getValue()))),
        selector.matchExpressions().stream());
  }

  /** Requirements of one key: either no label or one value must satisfy all of them. */
  private static boolean canHold(List<Requirement> requirements) {
    Map<Operator, List<Requirement>> by =
        requirements.stream().collect(Collectors.groupingBy(Requirement::operator));
    boolean mayBeAbsent = !by.containsKey(Operator.IN) && !by.containsKey(Operator.EXISTS);
    if (mayBeAbsent) {
      return true;
    }
    if (by.containsKey(Operator.DOES_NOT_EXIST)) {
      return false;
    }
    List<Requirement> in = by.getOrDefault(Operator.IN, List.of());
    if (in.isEmpty()) {
      // Whatever is excluded, there are other values.
      return true;
    }
    List<String> left = new ArrayList<>(in.get(0).values());
    in.forEach(requirement -> left.retainAll(Set.copyOf(requirement.values())));
    by.getOrDefault(Operator.NOT_IN, List.of())
        .forEach(requirement -> left.removeAll(Set.copyOf(requirement.values())));
    return !left.isEmpty();
  }
}
