package dev.hpasteward.cli;

import dev.hpasteward.experiment.Dimension;
import dev.hpasteward.policy.NearestName;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What a person wants to be varied. */
final class SweptDimensions {

  private SweptDimensions() {}

  /** From such as {@code target,window}; empty text is all that an HPA can be told. */
  static Set<Dimension> of(String text) {
    if (text.isEmpty()) {
      return EnumSet.copyOf(Dimension.OF_AUTOSCALER);
    }
    Set<Dimension> dimensions = EnumSet.noneOf(Dimension.class);
    for (String name : text.split(",", -1)) {
      dimensions.add(Dimension.of(name).orElseThrow(() -> unknown(name)));
    }
    return dimensions;
  }

  private static UnusableInput unknown(String name) {
    List<String> known = Arrays.stream(Dimension.values()).map(Dimension::id).toList();
    return new UnusableInput(
        "--sweep: nothing is called \"%s\"; %s"
            .formatted(
                name,
                NearestName.of(name, known)
                    .map("do you mean %s?"::formatted)
                    .orElse("write some of " + String.join(", ", known))));
  }
}
