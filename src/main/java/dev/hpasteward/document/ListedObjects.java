package dev.hpasteward.document;

import java.util.Optional;

/** The objects of Lists, of which kubectl takes out Lists too, however deep they stand. */
final class ListedObjects {

  /**
   * Of one document's Lists in Lists: through aliases a short text has more than anyone waits for.
   */
  static final int MOST = 100_000;

  private static final String KIND = "kind";
  private static final String ITEMS = "items";

  private final Receiver receiver;
  private int objects;

  /** Takes them in their order. */
  interface Receiver {
    void object(Tree tree) throws UnreadableException;
  }

  ListedObjects(Receiver receiver) {
    this.receiver = receiver;
  }

  /** Whether its kind says so. */
  static boolean isList(Tree tree) {
    return tree.written() instanceof Tree.Mapping mapping
        && mapping
            .own(KIND)
            .filter(
                kind ->
                    kind.value().written() instanceof Tree.Scalar scalar
                        && scalar.text().endsWith("List"))
            .isPresent();
  }

  /** Whether there is an object in it; an empty List is an object of its own. */
  static boolean hasItems(Tree tree) {
    return items(tree).isPresent();
  }

  /**
   * Hands over an object, or, if it is a List, what is in it.
   *
   * @throws UnreadableException if there is too much of it
   */
  void add(Tree tree) throws UnreadableException {
    add(tree, false, 1);
  }

  private void add(Tree tree, boolean named, int depth) throws UnreadableException {
    Optional<Tree> items = items(tree);
    if (items.isEmpty()) {
      receiver.object(named ? elsewhere(tree) : tree);
      return;
    }
    if (depth > TreeReader.DEEPEST) {
      throw new UnreadableException(
          tree.span().position(),
          "found Lists in Lists, more than %d levels, allowed %d; nest less deeply"
              .formatted(TreeReader.DEEPEST, TreeReader.DEEPEST));
    }
    boolean within = named || tree instanceof Tree.Alias || items.get() instanceof Tree.Alias;
    if (items.get().written() instanceof Tree.Sequence sequence) {
      for (Tree item : sequence.items()) {
        count(tree);
        add(item, within, depth + 1);
      }
    }
  }

  private void count(Tree list) throws UnreadableException {
    if (++objects > MOST) {
      throw new UnreadableException(
          list.span().position(),
          "found more than %d objects in Lists in Lists, allowed %d; write them as documents"
              .formatted(MOST, MOST));
    }
  }

  /** What is reached through a name may be reached by others too. */
  private static Tree elsewhere(Tree tree) {
    return tree instanceof Tree.Alias ? tree : new Tree.Alias(tree, tree.span());
  }

  private static Optional<Tree> items(Tree tree) {
    return isList(tree) && tree.written() instanceof Tree.Mapping mapping
        ? mapping
            .own(ITEMS)
            .map(Tree.Entry::value)
            .filter(
                items ->
                    items.written() instanceof Tree.Sequence sequence
                        && !sequence.items().isEmpty())
        : Optional.empty();
  }
}
