package dev.hpasteward.simulation.controller;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What may be wrong with a requirement on labels (apimachinery, labels/selector.go). */
final class LabelRequirement {

  private LabelRequirement() {}

  /** All that is wrong with it, in the original's words; null if nothing is. */
  static @Nullable String mistake(String key, LabelOperator operator, List<String> values) {
    LinkedHashSet<String> mistakes = new LinkedHashSet<>();
    String ofKey = LabelSyntax.mistakeOfKey(key);
    if (ofKey != null) {
      mistakes.add(invalid("key", Quoted.text(key), ofKey));
    }
    String ofCount = mistakeOfCount(operator, values);
    if (ofCount != null) {
      mistakes.add(invalid("values", list(values), ofCount));
    }
    for (int index = 0; index < values.size(); index++) {
      String value = values.get(index);
      if (operator == LabelOperator.ORDER && !isInteger(value)) {
        mistakes.add(
            invalid(
                "values[" + index + "]",
                Quoted.text(value),
                "for 'Gt', 'Lt' operators, the value must be an integer"));
      }
    }
    for (int index = 0; index < values.size(); index++) {
      String value = values.get(index);
      String ofValue = LabelSyntax.mistakeOfValue(value);
      if (ofValue != null) {
        mistakes.add(invalid("values[" + index + "][" + key + "]", Quoted.text(value), ofValue));
      }
    }
    List<String> all = new ArrayList<>(mistakes);
    return switch (all.size()) {
      case 0 -> null;
      case 1 -> all.get(0);
      default -> "[" + String.join(", ", all) + "]";
    };
  }

  static String invalid(String field, String value, String why) {
    return field + ": Invalid value: " + value + ": " + why;
  }

  private static @Nullable String mistakeOfCount(LabelOperator operator, List<String> values) {
    return switch (operator) {
      case IN, NOT_IN ->
          values.isEmpty() ? "for 'in', 'notin' operators, values set can't be empty" : null;
      case EQUALS ->
          values.size() == 1 ? null : "exact-match compatibility requires one single value";
      case EXISTS, DOES_NOT_EXIST ->
          values.isEmpty() ? null : "values set must be empty for exists and does not exist";
      case ORDER ->
          values.size() == 1 ? null : "for 'Gt', 'Lt' operators, exactly one value is required";
    };
  }

  private static boolean isInteger(String text) {
    try {
      Long.parseLong(text);
      return true;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  /** As JSON; a list that is not there is null. */
  private static String list(List<String> values) {
    return values.isEmpty()
        ? "null"
        : values.stream().map(Quoted::text).collect(Collectors.joining(",", "[", "]"));
  }
}
