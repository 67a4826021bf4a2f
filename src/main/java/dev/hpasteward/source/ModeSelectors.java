package dev.hpasteward.source;

import dev.hpasteward.policy.LabelSelector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the selectors of modes: since the first that matches holds, each must be reachable. */
final class ModeSelectors {

  private final List<Known> earlier = new ArrayList<>();

  private record Known(LabelSelector selector, int line) {}

  Optional<LabelSelector> read(Value value) {
    Optional<LabelSelector> read = SelectorReader.read(value);
    read.ifPresent(
        selector -> {
          if (Selectors.isEmpty(selector)) {
            value.mistake(
                "matches every namespace, allowed some; add matchLabels, or set modes.default"
                    + " instead");
            return;
          }
          earlier.stream()
              .filter(known -> Selectors.covers(known.selector(), selector))
              .findFirst()
              .ifPresent(known -> report(value, known));
          earlier.add(new Known(selector, value.holder().line()));
        });
    return read;
  }

  private static void report(Value value, Known known) {
    value.mistake(
        "is never reached, since that in line "
            + known.line()
            + " matches every namespace that it does; put it before that one, or remove it");
  }
}
