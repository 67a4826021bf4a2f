package dev.hpasteward.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * An entry of a mapping.
 *
 * @param name the key's text
 * @param key the key, with the entry's path
 * @param value what the key holds
 */
record Entry(String name, Value key, Value value) {

  /** The mapping's entries whose keys are text; of several with one key, the first. */
  static List<Entry> of(MappingNode mapping, Value holder) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      of(tuple, holder)
          .ifPresent(
              entry -> {
                Entry first = entries.putIfAbsent(entry.name, entry);
                if (first != null) {
                  entry.key.mistake(
                      "found again, first in line "
                          + first.value.holder().line()
                          + ", allowed once; remove one of them");
                }
              });
    }
    return new ArrayList<>(entries.values());
  }

  private static Optional<Entry> of(NodeTuple tuple, Value holder) {
    Position position = Position.of(tuple.getKeyNode().getStartMark());
    Value key = new Value(tuple.getKeyNode(), holder.path(), position, holder.mistakes());
    if (key.unquoted(Tag.MERGE).isPresent()) {
      key.mistake("found the merge key <<, allowed none; write out what it would merge");
      return Optional.empty();
    }
    if (key.text().isEmpty()) {
      String fix = key.letters().isPresent() ? "put it in quotes" : "write a single word";
      key.reject("text as a key", fix);
      return Optional.empty();
    }
    String name = key.text().orElseThrow();
    DocumentPath path = holder.path().key(name);
    return Optional.of(
        new Entry(
            name,
            new Value(key.node(), path, position, holder.mistakes()),
            new Value(tuple.getValueNode(), path, position, holder.mistakes())));
  }
}
