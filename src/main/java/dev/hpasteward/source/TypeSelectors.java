package dev.hpasteward.source;

import dev.hpasteward.policy.LabelSelector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the selectors of service types: no Deployment may be of two types. */
final class TypeSelectors {

  private final List<Known> earlier = new ArrayList<>();

  private record Known(String type, LabelSelector selector, int line) {}

  Optional<LabelSelector> read(Value value, String type) {
    Optional<LabelSelector> read = SelectorReader.read(value);
    read.ifPresent(
        selector -> {
          if (Selectors.isEmpty(selector)) {
            value.mistake("matches every Deployment, allowed some; add matchLabels, or remove it");
            return;
          }
          earlier.stream()
              .filter(known -> Selectors.canHoldTogether(known.selector(), selector))
              .findFirst()
              .ifPresent(known -> report(value, known));
          earlier.add(new Known(type, selector, value.holder().line()));
        });
    return read;
  }

  private static void report(Value value, Known known) {
    value.mistake(
        "can match the same Deployment as the selector of "
            + Excerpt.of(known.type())
            + " in line "
            + known.line()
            + ", allowed one service type for each; require different values of one label");
  }
}
