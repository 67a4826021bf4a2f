package dev.hpasteward.source;

import dev.hpasteward.policy.LabelSelector;
import dev.hpasteward.policy.Mode;
import dev.hpasteward.policy.Modes;
import dev.hpasteward.policy.Modes.Selected;
import java.util.List;
import java.util.Optional;

/** Reads {@code modes}: how much is done in which namespace. */
final class ModesReader {

  private static final Word<Mode> MODE = Word.of(Mode.class);

  private ModesReader() {}

  static Modes read(Section spec) {
    Section section = spec.section("modes", "default", "namespaces");
    List<Selected> selected =
        section
            .value("namespaces")
            .map(list -> list.items().stream().map(ModesReader::selected).toList())
            .orElse(List.of());
    Mode otherwise =
        section.orDefault("default", MODE, Modes.ENFORCE_EVERYWHERE.otherwise()).value();
    return new Modes(selected, otherwise);
  }

  private static Selected selected(Value item) {
    Section section = Section.of(item, "selector", "mode");
    LabelSelector selector =
        section
            .requiredValue("selector")
            .flatMap(ModesReader::selector)
            .orElse(LabelSelector.EVERYTHING);
    return new Selected(selector, section.required("mode", MODE).value());
  }

  private static Optional<LabelSelector> selector(Value value) {
    Optional<LabelSelector> selector = SelectorReader.read(value);
    if (selector.filter(Selectors::isEmpty).isPresent()) {
      value.mistake(
          "matches every namespace, allowed some; add matchLabels, or set modes.default instead");
    }
    return selector;
  }
}
