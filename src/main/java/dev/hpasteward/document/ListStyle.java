package dev.hpasteward.document;

import java.util.Optional;
import java.util.stream.Stream;

/** How an object's author writes lists in lines. */
final class ListStyle {

  private ListStyle() {}

  /** Whether dashes stand deeper than the key above them; if there is none to see, they do not. */
  static boolean isIndented(Tree root) {
    return indented(root).findFirst().orElse(false);
  }

  private static Stream<Boolean> indented(Tree tree) {
    if (tree instanceof Tree.Sequence sequence) {
      return sequence.items().stream().flatMap(ListStyle::indented);
    }
    if (!(tree instanceof Tree.Mapping mapping)) {
      return Stream.empty();
    }
    return mapping.entries().stream()
        .flatMap(entry -> Stream.concat(own(entry).stream(), indented(entry.value())));
  }

  private static Optional<Boolean> own(Tree.Entry entry) {
    return entry.value() instanceof Tree.Sequence sequence && !sequence.flow()
        ? Optional.of(sequence.span().column() > entry.key().span().column())
        : Optional.empty();
  }
}
