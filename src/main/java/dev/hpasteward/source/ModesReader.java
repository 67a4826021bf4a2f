package dev.hpasteward.source;

import dev.hpasteward.policy.LabelSelector;
import dev.hpasteward.policy.Mode;
import dev.hpasteward.policy.Modes;
import dev.hpasteward.policy.Modes.Selected;
import java.util.List;

/** Reads {@code modes}: how much is done in which namespace. */
final class ModesReader {

  private static final Word<Mode> MODE = Word.of(Mode.class);

  private ModesReader() {}

  static Modes read(Section spec) {
    Section section = spec.section("modes", "default", "namespaces");
    List<Selected> selected =
        section.value("namespaces").map(ModesReader::selected).orElse(List.of());
    Mode otherwise =
        section.orDefault("default", MODE, Modes.ENFORCE_EVERYWHERE.otherwise()).value();
    return new Modes(selected, otherwise);
  }

  private static List<Selected> selected(Value list) {
    ModeSelectors selectors = new ModeSelectors();
    return list.items().stream().map(item -> selected(item, selectors)).toList();
  }

  private static Selected selected(Value item, ModeSelectors selectors) {
    Section section = Section.of(item, "selector", "mode");
    LabelSelector selector =
        section.requiredValue("selector").flatMap(selectors::read).orElse(LabelSelector.EVERYTHING);
    return new Selected(selector, section.required("mode", MODE).value());
  }
}
