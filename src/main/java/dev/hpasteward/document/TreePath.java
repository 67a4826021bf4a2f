package dev.hpasteward.document;

import dev.hpasteward.model.FieldPath;
import dev.hpasteward.model.FieldPath.Element;
import dev.hpasteward.source.Position;
import java.util.Optional;

/** Finds values by their paths, through aliases and merges. */
final class TreePath {

  private TreePath() {}

  /**
   * Where the value stands; of one that is missing, what is there of the way to it. Of a mapping or
   * a list that is where its key stands.
   */
  static Position position(Tree root, FieldPath path) {
    Tree at = root.written();
    Position position = root.span().position();
    for (Element element : path.elements()) {
      if (element instanceof Element.Index index) {
        if (!(at instanceof Tree.Sequence sequence) || index.index() >= sequence.items().size()) {
          return position;
        }
        at = sequence.items().get(index.index()).written();
        position = at.span().position();
      } else {
        Optional<Tree.Entry> entry = entry(at, NeededValues.name(element));
        if (entry.isEmpty()) {
          return position;
        }
        at = entry.get().value().written();
        position = (at instanceof Tree.Scalar ? at : entry.get().key().written()).span().position();
      }
    }
    return position;
  }

  private static Optional<Tree.Entry> entry(Tree tree, String name) {
    if (tree instanceof Tree.Sequence merged) {
      return merged.items().stream()
          .flatMap(item -> entry(item.written(), name).stream())
          .findFirst();
    }
    if (!(tree instanceof Tree.Mapping mapping)) {
      return Optional.empty();
    }
    Optional<Tree.Entry> own = mapping.own(name);
    return own.isPresent()
        ? own
        : mapping.entries().stream()
            .filter(Tree.Entry::merges)
            .flatMap(entry -> entry(entry.value().written(), name).stream())
            .findFirst();
  }
}
