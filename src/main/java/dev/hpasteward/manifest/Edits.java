package dev.hpasteward.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hpasteward.model.Edit;
import dev.hpasteward.model.FieldPath.Element;
import java.util.List;

/**
 * Applies edits to raw trees, so that fields unknown to us survive. The edited tree shares with the
 * original what no edit touches, so neither may be changed in place.
 */
public final class Edits {

  /** Maps without an order of their own come out alike in every process. */
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private Edits() {}

  /** The object with the edits made, in their order; missing parents are created. */
  public static JsonNode apply(JsonNode object, List<Edit> edits) {
    JsonNode edited = object;
    for (Edit edit : edits) {
      edited = with(edited, edit.path().elements(), JSON.valueToTree(edit.value()));
    }
    return edited;
  }

  /** The tree with another value at the path: only what lies on the way there is copied. */
  private static JsonNode with(JsonNode tree, List<Element> path, JsonNode value) {
    if (path.isEmpty()) {
      return value;
    }
    Element step = path.get(0);
    List<Element> rest = path.subList(1, path.size());
    if (step instanceof Element.Index index) {
      ArrayNode copy = JSON.createArrayNode();
      if (tree.isArray()) {
        tree.forEach(copy::add);
      }
      JsonNode element = with(copy.path(index.index()), rest, value);
      if (index.index() < copy.size()) {
        copy.set(index.index(), element);
      } else {
        copy.add(element);
      }
      return copy;
    }
    ObjectNode copy = JSON.createObjectNode();
    if (tree instanceof ObjectNode fields) {
      copy.setAll(fields);
    }
    String name = step instanceof Element.Field field ? field.name() : ((Element.Key) step).name();
    copy.set(name, with(copy.path(name), rest, value));
    return copy;
  }
}
