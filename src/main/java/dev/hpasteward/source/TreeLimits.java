package dev.hpasteward.source;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Refuses trees that contain themselves, grow huge through aliases, or carry tags. */
final class TreeLimits {

  /** A few hundred service types. */
  private static final int MOST_VALUES = 20_000;

  private static final Set<Tag> READ =
      Set.of(
          Tag.MAP,
          Tag.SEQ,
          Tag.STR,
          Tag.INT,
          Tag.FLOAT,
          Tag.BOOL,
          Tag.NULL,
          Tag.TIMESTAMP,
          Tag.MERGE);

  private static final long OPEN = -1;

  private final Mistakes mistakes;
  private final IdentityHashMap<Node, Long> sizes = new IdentityHashMap<>();

  private TreeLimits(Mistakes mistakes) {
    this.mistakes = mistakes;
  }

  static boolean hold(Node root, Mistakes mistakes) {
    int before = mistakes.count();
    long size = new TreeLimits(mistakes).size(root);
    if (size > MOST_VALUES) {
      add(
          root,
          "found more than "
              + MOST_VALUES
              + " values once aliases are written out, allowed "
              + MOST_VALUES
              + "; use fewer aliases",
          mistakes);
    }
    return mistakes.count() == before;
  }

  /** How many values the node stands for once aliases are written out. */
  private long size(Node node) {
    Long known = sizes.get(node);
    if (known != null) {
      if (known == OPEN) {
        add(node, "found a value that contains itself; remove the alias inside it", mistakes);
        return 0;
      }
      return known;
    }
    sizes.put(node, OPEN);
    checkTag(node);
    long size = 1;
    for (Node child : children(node)) {
      size = Math.min(size + size(child), MOST_VALUES + 1L);
    }
    sizes.put(node, size);
    return size;
  }

  private void checkTag(Node node) {
    if (!READ.contains(node.getTag())) {
      String tag = Excerpt.quoted(node.getTag().getValue());
      add(node, "found the tag " + tag + ", allowed none; remove it", mistakes);
    }
  }

  private static List<Node> children(Node node) {
    if (node instanceof MappingNode mapping) {
      return mapping.getValue().stream()
          .flatMap(entry -> Stream.of(entry.getKeyNode(), entry.getValueNode()))
          .toList();
    }
    return node instanceof SequenceNode sequence ? sequence.getValue() : List.of();
  }

  private static void add(Node node, String text, Mistakes mistakes) {
    mistakes.add(Position.of(node.getStartMark()), DocumentPath.ROOT, text);
  }
}
