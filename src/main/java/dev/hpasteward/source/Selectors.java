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

  /**
   * Whether the wider one matches all that the narrower one does, as far as requirement by
   * requirement tells.
   */
  static boolean covers(LabelSelector wider, LabelSelector narrower) {
    return requirements(wider)
        .allMatch(asked -> requirements(narrower).anyMatch(given -> follows(asked, given)));
  }

  /** Whether labels that meet what is given meet what is asked too. */
  private static boolean follows(Requirement asked, Requirement given) {
    if (!asked.key().equals(given.key())) {
      return false;
    }
    return switch (asked.operator()) {
      case IN -> given.operator() == Operator.IN && asked.values().containsAll(given.values());
      case EXISTS -> given.operator() == Operator.EXISTS || given.operator() == Operator.IN;
      case DOES_NOT_EXIST -> given.operator() == Operator.DOES_NOT_EXIST;
      case NOT_IN ->
          switch (given.operator()) {
            case NOT_IN -> given.values().containsAll(asked.values());
            case IN -> given.values().stream().noneMatch(asked.values()::contains);
            case DOES_NOT_EXIST -> true;
            case EXISTS -> false;
          };
    };
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
