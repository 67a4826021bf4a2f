package dev.hpasteward.source;

import dev.hpasteward.policy.LabelSelector;
import dev.hpasteward.policy.LabelSelector.Operator;
import dev.hpasteward.policy.LabelSelector.Requirement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a label selector, as strictly as the API server does. */
final class SelectorReader {

  private static final Word<Operator> OPERATOR = Word.of(Operator.class);

  private SelectorReader() {}

  /** The selector; empty, with its mistakes recorded, if it has any. */
  static Optional<LabelSelector> read(Value value) {
    int before = value.mistakes().count();
    Section section = Section.of(value, "matchLabels", "matchExpressions");
    LabelSelector selector =
        new LabelSelector(
            section.value("matchLabels").map(SelectorReader::labels).orElse(Map.of()),
            section.value("matchExpressions").map(SelectorReader::requirements).orElse(List.of()));
    if (value.mistakes().count() == before && !Selectors.canHoldTogether(selector)) {
      value.mistake(
          "matches nothing, since its requirements contradict each other; remove one of them");
    }
    return value.mistakes().count() == before ? Optional.of(selector) : Optional.empty();
  }

  private static Map<String, String> labels(Value value) {
    Map<String, String> labels = new LinkedHashMap<>();
    for (Entry entry : value.entries().orElse(List.of())) {
      Name.LABEL_KEY.read(entry.key());
      Name.LABEL_VALUE_OR_NONE
          .read(entry.value())
          .ifPresent(label -> labels.put(entry.name(), label));
    }
    return labels;
  }

  private static List<Requirement> requirements(Value value) {
    return value.items().stream().map(SelectorReader::requirement).toList();
  }

  private static Requirement requirement(Value item) {
    Section section = Section.of(item, "key", "operator", "values");
    String key = section.required("key", Name.LABEL_KEY).value();
    Setting<Operator> operator = section.required("operator", OPERATOR);
    List<String> values =
        section.value("values").map(list -> list.items(Name.LABEL_VALUE_OR_NONE)).orElse(List.of());
    if (operator.sound()) {
      checkValues(section, operator);
    }
    return new Requirement(key, operator.value(), values);
  }

  private static void checkValues(Section section, Setting<Operator> operator) {
    boolean compares = operator.value() == Operator.IN || operator.value() == Operator.NOT_IN;
    String name = Word.written(operator.value());
    if (!compares) {
      section
          .value("values")
          .filter(Value::isFilledList)
          .ifPresent(
              list -> list.mistake("found values, allowed none with " + name + "; remove them"));
      return;
    }
    section
        .requiredValue("values")
        .filter(Value::isEmptyList)
        .ifPresent(
            list -> list.mistake("found no value, allowed one or more with " + name + "; add one"));
  }
}
